"""What every `FileOpener` must do; a backend's tests inherit it."""

import io

import numpy as np
import pytest
from PIL import Image

from motcua.digitisation.errors import NoRoom, Unreadable, UnreadableFile
from motcua.digitisation.ports import Handling, OpeningLimits

GREY = np.tile(np.arange(0, 250, 5, dtype=np.uint8), (40, 1))
LIMITS = OpeningLimits(pages=5, file_bytes=1 << 20, page_pixels=1_000_000)


def tiff_of(pages):
    frames = [Image.fromarray(GREY + number) for number in range(pages)]
    target = io.BytesIO()
    frames[0].save(target, "TIFF", save_all=True, append_images=frames[1:], dpi=(300, 300))
    return target.getvalue()


def taken(sheet):
    """Return the picture of a sheet, and leave nothing of it in the spool."""
    image = sheet.load()
    sheet.discard()
    return image


class FileOpenerContract:
    """Subclasses give a fixture `opener`."""

    @pytest.fixture
    def spool(self, tmp_path):
        folder = tmp_path / "spool"
        folder.mkdir()
        return folder

    @pytest.fixture
    def pile(self, tmp_path):
        path = tmp_path / "pile.tif"
        path.write_bytes(tiff_of(3))
        return path

    def test_a_pile_is_opened_and_drawn_sheet_by_sheet(self, opener, spool, pile):
        opened = opener.open(pile, limits=LIMITS, spool=spool)
        assert opened.opened.handling is Handling.DIGITISE
        assert opened.opened.page_count == 3
        sheets = [taken(sheet) for sheet in opened.sheets()]
        opened.close()
        assert [sheet.number for sheet in sheets] == [1, 2, 3]
        assert [sheet.dpi for sheet in sheets] == [300, 300, 300]
        for sheet in sheets:
            assert np.array_equal(sheet.pixels, GREY + sheet.number - 1)

    def test_a_sheet_outlives_the_file_and_can_be_read_again(self, opener, spool, pile):
        opened = opener.open(pile, limits=LIMITS, spool=spool)
        sheet = next(opened.sheets())
        opened.close()
        assert np.array_equal(sheet.load().pixels, GREY)
        assert np.array_equal(taken(sheet).pixels, GREY)
        assert list(spool.iterdir()) == []

    def test_nothing_is_left_of_a_pile_that_is_given_up(self, opener, spool, pile):
        opened = opener.open(pile, limits=LIMITS, spool=spool)
        sheet = next(opened.sheets())
        sheet.discard()
        sheet.discard()
        opened.close()
        opened.close()
        assert list(spool.iterdir()) == []

    def test_a_file_that_is_not_there_is_refused(self, opener, spool, tmp_path):
        with pytest.raises(UnreadableFile) as refusal:
            opener.open(tmp_path / "absent.pdf", limits=LIMITS, spool=spool)
        assert refusal.value.why is Unreadable.ABSENT
        assert refusal.value.name == "absent.pdf"

    @pytest.mark.parametrize(
        ("content", "why"),
        [
            (b"", Unreadable.EMPTY),
            (b"Not a scan", Unreadable.UNKNOWN_FORMAT),
            (bytes((1 << 20) + 1), Unreadable.TOO_LARGE),
            (tiff_of(6), Unreadable.TOO_MANY_PAGES),
            (tiff_of(1)[:1000], Unreadable.BROKEN),
        ],
        ids=["empty", "unknown", "too large", "too many pages", "cut off"],
    )
    def test_what_cannot_be_read_is_refused_with_one_reason(
        self, opener, spool, tmp_path, content, why
    ):
        path = tmp_path / "scan.pdf"
        path.write_bytes(content)
        with pytest.raises(UnreadableFile) as refusal:
            list(opener.open(path, limits=LIMITS, spool=spool).sheets())
        assert refusal.value.why is why
        assert list(spool.iterdir()) == []

    def test_where_there_is_no_room_it_is_said(self, opener, tmp_path, pile):
        with pytest.raises(NoRoom):
            opener.open(pile, limits=LIMITS, spool=tmp_path / "gone")
