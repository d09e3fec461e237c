"""Where Tesseract's models are looked for."""

from pathlib import Path

import pytest

from motcua.digitisation.backends.models import model_places, tessdata_folder
from motcua.digitisation.errors import ToolMissing


def test_a_model_is_found_in_the_first_folder_that_has_it(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        folder.mkdir()
        (folder / "vie.traineddata").touch()
    (second / "own.traineddata").touch()
    assert tessdata_folder("vie", places=[tmp_path / "absent", first, second]) == first
    assert tessdata_folder("own", places=[first, second]) == second


def test_an_absent_model_is_refused_with_the_way_to_get_it(tmp_path):
    with pytest.raises(ToolMissing) as refused:
        tessdata_folder("vie", places=[tmp_path])
    assert refused.value.tool == "vie.traineddata"
    assert refused.value.remedy == (
        "sudo apt-get install --no-install-recommends -y tesseract-ocr-vie"
    )


def test_where_the_operator_chose_a_folder_the_remedy_names_it(tmp_path, monkeypatch):
    monkeypatch.setenv("MOTCUA_TESSDATA", str(tmp_path))
    with pytest.raises(ToolMissing) as refused:
        tessdata_folder("vie")
    assert f"vào thư mục {tmp_path}" in refused.value.remedy
    assert "bỏ biến MOTCUA_TESSDATA" in refused.value.remedy


def test_the_folder_of_the_operator_is_the_only_one(tmp_path):
    (tmp_path / "tesseract-ocr/5/tessdata").mkdir(parents=True)
    places = model_places(environment={"MOTCUA_TESSDATA": "/srv/models"}, system=tmp_path)
    assert places == (Path("/srv/models"), Path("/srv/models/script"))


def test_the_newest_version_on_the_machine_comes_first(tmp_path):
    for version in ("4.00", "5", "10"):
        (tmp_path / "tesseract-ocr" / version / "tessdata").mkdir(parents=True)
    places = model_places(environment={}, system=tmp_path)
    assert [place.relative_to(tmp_path).as_posix() for place in places[::2]] == [
        "tesseract-ocr/10/tessdata",
        "tesseract-ocr/5/tessdata",
        "tesseract-ocr/4.00/tessdata",
        "tessdata",
    ]
