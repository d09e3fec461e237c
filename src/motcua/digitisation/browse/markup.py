"""HTML that is escaped by construction."""

import re
from html import escape
from typing import Final

VOID: Final = frozenset({"br", "img", "input"})

_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What HTML may not hold: control characters, and the traces of a name that is no UTF-8."""

Attribute = str | float | bool | None


class Html(str):
    """Markup that may stand in a page as it is; any other text is escaped first."""

    __slots__ = ()


def joined(*parts: str | None, between: str = "") -> Html:
    """Return the parts one after another; nothing for None."""
    return Html(between.join(_safe(part) for part in parts if part is not None))


def element(tag: str, /, *content: str | None, **attributes: Attribute) -> Html:
    """Return an element; `class_` is written `class`, `data_page` is `data-page`.

    An attribute that is True has no value, one that is False or None is left out.
    """
    opening = "".join(_attribute(key, value) for key, value in attributes.items())
    if tag in VOID:
        return Html(f"<{tag}{opening}>")
    return Html(f"<{tag}{opening}>{joined(*content)}</{tag}>")


def _safe(text: str) -> str:
    return text if isinstance(text, Html) else _escaped(text)


def _escaped(text: str) -> str:
    return escape(_NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", text), quote=True)


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{_escaped(str(value))}"'
