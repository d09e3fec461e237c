"""All that this office may refuse, in one tree.

Refusal
├── Invalid       the request itself is wrong
├── NotAllowed    the person may not do this
├── NotFound      there is no such thing, or it may not be shown
├── Conflict      the thing is no longer in the state the request assumed
└── Unavailable   an outside service did not answer; trying again may help
"""

from typing import ClassVar


class Refusal(Exception):
    """A refusal with a stable code and named facts; the edges word it."""

    code: ClassVar[str] = "refused"

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.code, facts)


class Invalid(Refusal):
    """The request itself is wrong."""

    code = "invalid"


class NotAllowed(Refusal):
    """The person may not do this."""

    code = "not_allowed"


class NotFound(Refusal):
    """There is no such thing, or it may not be shown."""

    code = "not_found"


class Conflict(Refusal):
    """The thing is no longer in the state the request assumed."""

    code = "conflict"


class Unavailable(Refusal):
    """An outside service did not answer; trying again may help."""

    code = "unavailable"
