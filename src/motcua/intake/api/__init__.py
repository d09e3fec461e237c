"""The counter, for other programs of the office."""

from motcua.intake.api.router import router

__all__ = ["router"]
