"""Whatever the screens say in Vietnamese they can say in English, and nothing is left over."""

import ast
import re

import pytest

from architecture.tree import ROOT, SOURCE, texts

WORDS = {
    path.relative_to(SOURCE).parts[0]: text
    for path, text in texts().items()
    if path.name == "django.po" and SOURCE in path.parents
}
IN_PAGE = re.compile(r"{% (?:translate|trans) \"([^\"]+)\"|_\(\"([^\"]+)\"\)")
IN_BLOCK = re.compile(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", re.DOTALL)
NAMES = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}
PLACES = re.compile(r"%\(\w+\)s|{\w+[^}]*}")


def translated(text):
    """Return each text of a catalogue with its translations."""
    found = {}
    for block in text.split("\n\n")[1:]:
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        joined = "\n".join(lines)
        parts = re.findall(
            r'^(msg\w+(?:\[\d\])?)((?:\s*"(?:[^"\\]|\\.)*"\n?)+)', joined, re.MULTILINE
        )
        said = {
            name: "".join(
                ast.literal_eval(piece) for piece in re.findall(r'"(?:[^"\\]|\\.)*"', value)
            )
            for name, value in parts
        }
        found[said.pop("msgid")] = [
            value for name, value in said.items() if name.startswith("msgstr")
        ]
    return found


def said_in(area):
    for path, text in texts().items():
        if SOURCE / area in path.parents:
            if path.suffix == ".html":
                yield from (one or other for one, other in IN_PAGE.findall(text))
                yield from map(in_block, IN_BLOCK.findall(text))
            elif path.suffix == ".py":
                yield from in_python(text)


def in_block(text):
    """Return what a block asks for: its first form, its places as Django names them."""
    first = text.split("{% plural %}")[0]
    return re.sub(r"{{ (\w+) }}", r"%(\1)s", " ".join(first.split()))


def in_python(text):
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=text), *_]):
                if name in NAMES:
                    yield text


def test_the_areas_of_the_frame_have_their_english():
    assert {"ui", "audit", "jobs", "config"} <= WORDS.keys()


@pytest.mark.parametrize("area", WORDS)
def test_everything_that_is_said_is_said_in_english(area):
    words = translated(WORDS[area])
    assert sorted({text for text in said_in(area) if not any(words.get(text, [""]))}) == []


def written_in(area):
    """Return every text in an area's code: a table of words is translated when one is shown."""
    for path, text in texts().items():
        if path.suffix == ".py" and SOURCE / area in path.parents:
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


@pytest.mark.parametrize("area", WORDS)
def test_nothing_is_left_over(area):
    assert sorted(translated(WORDS[area]).keys() - {*said_in(area), *written_in(area)}) == []


@pytest.mark.parametrize("area", WORDS)
def test_a_translation_keeps_the_places_of_what_is_filled_in(area):
    odd = [
        text
        for text, said in translated(WORDS[area]).items()
        if {*PLACES.findall(said[-1])} != {*PLACES.findall(text)}
    ]
    assert odd == []


def test_no_compiled_words_are_kept():
    assert [path for path in (ROOT / "src").rglob("*.mo") if path in texts()] == []
