"""Files are opened here as in the tests of opening."""

from digitisation.opening.conftest import limits, look, opener, spool

__all__ = ["limits", "look", "opener", "spool"]
