"""The first page, and the pages for what went wrong."""
