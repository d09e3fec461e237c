"""What browsers load is collected when it has changed, and only then."""

import pytest

from motcua.config import statics
from motcua.config.errors import ScreensIncomplete


@pytest.fixture
def style(tmp_path, settings):
    """A style of the screens that can be changed."""
    settings.HOME_FOLDER = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    statics.get_finders.__globals__["get_finder"].cache_clear()
    style = tmp_path / "source/style.css"
    style.parent.mkdir()
    style.write_text("body { color: #222 }", "utf-8")
    yield style
    statics.get_finders.__globals__["get_finder"].cache_clear()


@pytest.mark.django_db
def test_it_is_collected_once_and_again_when_it_has_changed(style, settings):
    served = settings.STATIC_ROOT / "style.css"
    assert [statics.collect_if_changed() for _ in range(2)] == [True, False]
    style.write_text("body { color: #000000 }", "utf-8")
    assert statics.collect_if_changed()
    assert served.read_text("utf-8") == "body { color: #000000 }"
    (style.parent / "more.css").write_text("a {}", "utf-8")
    assert statics.collect_if_changed()


@pytest.mark.django_db
def test_a_style_that_names_what_was_never_fetched_is_refused(style, settings, capsys):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    style.write_text('@import url("tabler/tabler.css");', "utf-8")
    for _ in range(2):
        with pytest.raises(ScreensIncomplete):
            statics.collect_if_changed()
    assert capsys.readouterr().err == ""
