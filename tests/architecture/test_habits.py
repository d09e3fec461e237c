"""Habits of the code that no linter knows."""

import ast
import re
import unicodedata

from architecture.tree import ROOT, SOURCE, areas, texts

DICTATED = {"process_exception"}
"""Names that a framework calls by."""

VAGUE = {"manager", "service", "handler", "helper", "util", "process", "data", "info"}


def python_files(folder=SOURCE):
    return {
        path: text
        for path, text in texts().items()
        if path.suffix == ".py" and folder in path.parents
    }


def words_of(name):
    """Return the words of an identifier in the singular: `UnreadableFiles` is unreadable, file."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
    return {part.lower() for part in parts} | {part.lower().removesuffix("s") for part in parts}


def test_words_of_a_name_are_seen_however_it_is_written():
    assert words_of("PageManager") == {"page", "manager"}
    assert "util" in words_of("pdf_utils")
    assert "data" not in words_of("update_metadata")


def test_no_name_hides_what_it_is_about():
    """A manager or a helper can be anything; an act has its verb, a thing its noun."""
    offenders = []
    for path, text in python_files().items():
        names = [path.stem, *path.relative_to(SOURCE).parts[:-1]]
        names += [
            node.name
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        offenders += [
            f"{path.relative_to(ROOT)}: {name}"
            for name in names
            if words_of(name) & VAGUE and name not in DICTATED
        ]
    assert offenders == []


def test_every_area_promises_something():
    for area in areas():
        promise = ast.get_docstring(ast.parse((SOURCE / area / "__init__.py").read_text("utf-8")))
        assert promise, area
        assert promise.splitlines()[0].endswith((".", ";")), area


def test_every_folder_of_the_source_is_an_area():
    folders = {
        path.relative_to(SOURCE).parts[0] for path in python_files() if path.parent != SOURCE
    }
    assert folders == {*areas()}


def test_every_text_is_composed():
    """A decomposed letter looks the same and is not found by a search, nor equal to its twin."""
    offenders = [
        f"{path.relative_to(ROOT)}: {line[:60]!r}"
        for path, text in texts().items()
        if not unicodedata.is_normalized("NFC", text)
        for line in text.splitlines()
        if not unicodedata.is_normalized("NFC", line)
    ]
    assert offenders == []


def test_what_is_written_with_escapes_is_composed_too():
    offenders = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, text in python_files().items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and any(letter.isalpha() for letter in node.value)
        and not unicodedata.is_normalized("NFC", node.value)
    ]
    assert offenders == []


EDGES = {"web", "api", "tasks", "receivers", "worker"}


def test_edges_never_reach_for_a_manager():
    """Screens, endpoints and tasks read through queries, which know who may see what."""
    offenders = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, text in python_files().items()
        if EDGES & {*path.relative_to(SOURCE).with_suffix("").parts}
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
    ]
    assert offenders == []


def migrations():
    return {path: text for path, text in python_files().items() if path.parent.name == "migrations"}


def test_migrations_are_named():
    assert [path.name for path in migrations() if "_auto_" in path.name] == []


def test_migrations_import_nothing_of_ours():
    """What the code says today would change what a migration of last year does."""
    offenders = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, text in migrations().items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom) and "motcua" in ast.unparse(node)
    ]
    assert offenders == []
