"""The result as pages to look at: each page's image with its words over it, fields and verdict.

Everything is plain files that a person opens from the disk: no server, no network, no file of
anybody else. Each page names in its policy the one style and the one script it may use, by hash,
so whatever hostile text a scan or a file name brings can only be read.
"""

from motcua.digitisation.browse.browser import Browser, browsing

__all__ = ["Browser", "browsing"]
