"""Pieces that both kinds of page are made of."""

import os
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import Any, Final
from urllib.parse import quote

from motcua import __version__
from motcua.digitisation.browse.markup import Html, element, joined
from motcua.digitisation.browse.wording import OUTCOMES, Outcome

MADE_BY: Final = '<meta name="generator" content="Motcua '
"""By this a page of ours is known again."""

_HERE: Final = files(__package__)


@cache
def _asset(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


@cache
def policy() -> str:
    """Return the security policy: our style and script by their hashes, pictures, nothing else.

    `'self'` alone would not do: Firefox takes it for nothing when a page comes from the disk.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash('script.js')}'",
            f"style-src '{_hash('style.css')}'",
            "img-src 'self' file:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(asset: str) -> str:
    return f"sha256-{b64encode(sha256(_asset(asset).encode()).digest()).decode()}"


def whole_page(*, title: str, kind: str, body: Html) -> str:
    """Return a complete page."""
    return Template(_asset("shell.html")).substitute(
        policy=policy(),
        generator=f'{MADE_BY}{__version__}">',
        title=joined(title),
        kind=joined(kind),
        style=_asset("style.css"),
        script=_asset("script.js"),
        body=body,
    )


def icon(name: str) -> Html:
    """Return one of the drawings in `shell.html`; a word always stands beside it."""
    use = element("use", href=f"#{name}")
    return element("svg", use, class_="icon", aria_hidden="true", focusable="false")


def badge(outcome: Outcome) -> Html:
    """Return the verdict as drawing, word and colour."""
    return element("span", icon(outcome.value), OUTCOMES[outcome], class_=f"badge {outcome.value}")


def name_of(text: str) -> Html:
    """Return a file's name so that its letters cannot turn the text around it."""
    shown = os.fsencode(text).decode("utf-8", "replace")
    return element("bdi", shown)


def address(name: str) -> str:
    """Return a file's name as a part of a link, whatever it is made of."""
    return quote(os.fsencode(name), safe="")


def result_links(report: dict[str, Any], *, name: str, up: str) -> Html:
    """Return links to the results of one input, which lie `up` from the page."""
    kinds = (("pdf", "PDF"), ("txt", "Phần chữ"), ("json", "Báo cáo"))
    return joined(
        *(
            element(
                "a", icon("file"), label, href=f"{up}{address(f'{name}.{kind}')}", class_="file"
            )
            for kind, label in kinds
            if report["ok"] or kind == "json"
        )
    )
