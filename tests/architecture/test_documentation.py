"""The documentation says what is there, and nothing else."""

import re

import pytest

from architecture.tree import ROOT, areas, settings, table, texts
from motcua.config.__main__ import COMMANDS
from motcua.kernel.exits import Exit

DOCS = ROOT / "docs"
ADRS = sorted((DOCS / "adr").glob("*.md"))
HEADINGS = ["Context", "Decision", "Consequences", "What would make us revisit it"]

# The terms that the law gives and that screens, files and code share.
TERMS = {
    "hồ sơ": "dossier",
    "thành phần hồ sơ": "component",
    "bản chính": "original",
    "tiếp nhận": "receive, reception",
    "đôn đốc": "urge, urging letter",
    "chỉ tiêu": "target",
    "công văn": "official dispatch",
}


def read(name):
    return (ROOT / name).read_text("utf-8")


def terms():
    return table(read("docs/glossary.md"), first_cell="Vietnamese")


def test_readme_maps_every_area_in_import_order():
    rows = table(read("README.md"), first_cell="Area")
    assert [row[0] for row in rows] == [f"[`{area}`](src/motcua/{area})" for area in areas()]


@pytest.mark.parametrize("page", ADRS, ids=lambda path: path.stem)
def test_a_decision_has_its_four_parts_on_one_page(page):
    lines = page.read_text("utf-8").splitlines()
    assert re.match(rf"# {page.stem[:4]}\. \w", lines[0])
    assert re.match(r"(Accepted|Superseded by ADR \d{4}), \d{1,2} \w+ \d{4}\.", lines[2])
    assert [line[3:] for line in lines if line.startswith("## ")] == HEADINGS
    assert len(lines) <= 70


def test_decisions_are_numbered_without_gaps():
    assert [int(page.name[:4]) for page in ADRS] == list(range(1, len(ADRS) + 1))


def test_every_area_is_in_the_glossary():
    assert {*areas()} <= {row[1] for row in terms()}


@pytest.mark.parametrize(("vietnamese", "identifier"), TERMS.items())
def test_the_terms_of_the_law_have_their_one_word(vietnamese, identifier):
    [row] = [row for row in terms() if row[0] == vietnamese]
    assert row[1].startswith(identifier)


def test_one_term_stands_for_one_thing():
    for column in (0, 1):
        names = [row[column] for row in terms()]
        assert [name for name in names if names.count(name) > 1] == []


def test_every_term_has_a_meaning_and_says_where_it_comes_from():
    assert [row for row in terms() if len(row) != 4 or not all(row)] == []


def test_the_manual_explains_every_command():
    manual = read("docs/reference/command.md")
    assert [name for name in COMMANDS if f"\n## `{name}`\n" not in manual] == []


def test_the_manual_lists_the_exit_codes_as_they_are():
    rows = table(read("docs/reference/command.md"), first_cell="Code")
    assert [(code, name) for code, name, *_ in rows] == [
        (str(code.value), f"`{code.name}`") for code in Exit
    ]


def links():
    for path, text in texts().items():
        if path.suffix == ".md":
            for target in re.findall(r"\]\(([^)\s]+)\)", text):
                yield path, target


def test_every_link_leads_somewhere():
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path, target in links()
        if "://" not in target and not (path.parent / target.partition("#")[0]).exists()
    ]
    assert broken == []


def test_every_page_can_be_reached_from_readme():
    seen, waiting = set(), [ROOT / "README.md", *ADRS]
    while waiting:
        page = waiting.pop()
        if page not in seen:
            seen.add(page)
            waiting += [
                (path.parent / target.partition("#")[0]).resolve()
                for path, target in links()
                if path == page and target.partition("#")[0].endswith(".md")
            ]
    assert [page for page in DOCS.rglob("*.md") if page not in seen] == []


def test_the_licence_is_the_one_that_is_named():
    text = read("LICENSE")
    sections = [int(number) for number in re.findall(r"^  (\d+)\. [A-Z]", text, flags=re.MULTILINE)]
    assert settings()["project"]["license"] == "AGPL-3.0-or-later"
    assert text.lstrip().startswith("GNU AFFERO GENERAL PUBLIC LICENSE\n")
    assert sections == list(range(18))


def test_fragments_of_the_changelog_are_of_a_kind_that_exists():
    kinds = {kind["directory"] for kind in settings()["tool"]["towncrier"]["type"]}
    fragments = [path for path in texts() if path.parent == ROOT / "changelog.d"]
    assert [path.name for path in fragments if path.name.split(".")[-2] not in kinds] == []
