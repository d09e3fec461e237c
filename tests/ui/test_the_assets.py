"""What the look is made of: pinned, checked by digest, fetched without running anything."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage, staticfiles_storage
from django.core.management import call_command

from architecture.tree import ROOT
from motcua.config.settings import base
from motcua.config.settings.static import ASSETS, STORAGES

FOLDER = ROOT / "requirements/assets"
LOCK = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))
PACKAGES = {name: row for name, row in LOCK["packages"].items() if name}

fetched = pytest.mark.skipif(not (ASSETS / "static").is_dir(), reason="fetched by ./motcua")


def test_every_package_is_checked_by_its_digest_and_comes_from_no_named_place():
    assert PACKAGES
    for row in PACKAGES.values():
        assert row["integrity"].startswith("sha512-")
        assert "resolved" not in row


def test_what_is_wanted_is_pinned():
    wanted = json.loads((FOLDER / "package.json").read_text("utf-8"))["dependencies"]
    locked = {name.removeprefix("node_modules/"): row["version"] for name, row in PACKAGES.items()}
    assert {name: locked[name] for name in wanted} == wanted


def test_no_package_may_run_anything_when_it_is_installed():
    rules = (FOLDER / ".npmrc").read_text("utf-8").splitlines()
    assert {"ignore-scripts=true", "omit-lockfile-registry-resolved=true"} <= {*rules}


def test_every_package_has_a_licence_that_is_listed():
    listed = (ROOT / "docs/reference/licences.md").read_text("utf-8")
    assert {row["license"] for row in PACKAGES.values()} <= {"MIT", "OFL-1.1"}
    assert "Inter (OFL-1.1)" in listed


def test_in_use_a_file_is_served_under_its_digest():
    assert base.STORAGES["staticfiles"]["BACKEND"].endswith("CompressedManifestStaticFilesStorage")
    assert isinstance(staticfiles_storage, StaticFilesStorage)


@fetched
def test_everything_a_page_loads_is_found_and_collected(settings, tmp_path):
    settings.STORAGES = STORAGES
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    names = json.loads((tmp_path / "staticfiles.json").read_text("utf-8"))["paths"]
    pages = (ROOT / "src/motcua/ui/templates").rglob("*.html")
    asked = {
        name
        for page in pages
        for name in re.findall(r'{% static "([^"]+)" %}', page.read_text("utf-8"))
    }
    assert asked
    assert asked <= names.keys()
    style = (tmp_path / names["ui/motcua.css"]).read_text("utf-8")
    fonts = re.findall(r'url\("([^"]+\.woff2)"\)', style)
    assert len(fonts) == 3
    assert all((tmp_path / "ui" / Path(font)).resolve().is_file() for font in fonts)
