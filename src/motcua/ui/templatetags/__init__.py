"""Template tags: `ui` has the parts of pages, `frame` what stands around them."""
