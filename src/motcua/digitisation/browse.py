"""The result as pages to look at: every page image with its words, fields and verdict."""

from pathlib import Path


class Browser:
    """x."""

    def __init__(self, *, out: Path) -> None:
        self.out = out

    def write(self, done) -> None:
        pass
