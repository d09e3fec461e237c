"""What the tree must not hold: addresses of package sources, places of one machine, loose ends."""

import re

import pytest

from architecture.tree import ROOT, files, texts

# Written so that no pattern finds itself.
FORBIDDEN = {
    "address of a package source": (
        r"\b(?:[\w-]+\.)*(?:py(?:pi|thonhosted)|np[m]js|deb(?:ian)?|ubun[t]u|cra[t]es)"
        r"\.(?:org|com|io|net)\b"
    ),
    "option that names a package source": (
        r"(?<!emit-)ind[e]x-url|(?<!emit-)find-lin[k]s[ =]+[\w/]"
    ),
    "place of one machine": r"(?<![\w.…])/(?:wo[r]k|ro[o]t|ho[m]e/\w+|tmp/\w+)/",
    "loose end": r"\b(?:TO[D]O|FIX[M]E|XX[X])\b",
    "sign of a merge": r"^(?:<{7}|>{7}) ",
}


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_line_holds_it(kind):
    pattern = re.compile(FORBIDDEN[kind])
    offenders = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path, text in texts().items()
        if path.name != "LICENSE"
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
    assert offenders == []


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("address of a package source", "https://files.python" + "hosted.org/x"),
        ("option that names a package source", "--" + "index" + "-url https://x"),
        ("place of one machine", "cd /" + "work/main"),
        ("loose end", "# TO" + "DO later"),
        ("sign of a merge", "<" * 7 + " HEAD"),
    ],
)
def test_it_would_be_found(kind, line):
    assert re.search(FORBIDDEN[kind], line)


def test_nothing_binary_and_large_lies_in_the_tree():
    """Samples are made, fonts and models come from packages; what must lie here is small."""
    large = [path for path in files() if path not in texts() and path.stat().st_size > 200_000]
    assert large == []
