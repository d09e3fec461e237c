"""Make sample scans, digitise them and say where to look: `python -m samples.demo`.

Among the samples are a good deal of what comes over a counter, on purpose also what must be turned
away: a blurred page, one that is cut off, a broken file.
"""

import fcntl
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console

from digitisation.opening.pdfs import empty, saved, write
from motcua.config.__main__ import main as motcua
from motcua.config.env import HOME
from motcua.kernel.errors import Refusal
from motcua.kernel.exits import Exit
from samples import gate_set, hostile, office_plans, office_set, shelf
from samples.fonts import MissingFont
from samples.gate.plan import GatePlan
from samples.office_plans import PagePlan
from samples.pdf import Picture, write_pdf

SCANS: Final = {
    "scan_congvan_sohoa": "01 Công văn (quét hơi nghiêng)",
    "stamp_quyetdinh_quyche": "02 Quyết định (dấu đỏ, chữ ký)",
    "dpi200_thongbao_ketluan": "03 Thông báo (quét 200 dpi)",
    "photocopy_kehoach": "04 Kế hoạch (bản sao chụp)",
    "colour_khaisinh": "05 Giấy khai sinh (giấy màu)",
    "rot90_totrinh": "06 Tờ trình (đặt ngang)",
    "table_danhmuc_bang": "07 Danh mục hồ sơ (có bảng)",
    "phone_congvan_sohoa": "08 Công văn (chụp bằng điện thoại)",
    "phone_hoadon": "09 Hoá đơn (chụp bằng điện thoại)",
}
"""Pages of the office set by their names without the number; JPEG files."""

PILE: Final = ("scan_baocao_day", "stamp_congvan_sohoa", "blank_blank", "rot180_kehoach")
PILE_NAME: Final = "10 Hồ sơ nhiều trang.pdf"

WRITTEN_NAME: Final = "11 Thông báo (văn bản điện tử).pdf"
WRITTEN: Final = (
    "ỦY BAN NHÂN DÂN XÃ AN BÌNH",
    "Số: 27/TB-UBND",
    "An Bình, ngày 12 tháng 5 năm 2025",
    "THÔNG BÁO",
    "Về việc niêm yết công khai kết quả giải quyết hồ sơ",
    "Ủy ban nhân dân xã thông báo danh sách hồ sơ đã có kết quả trong tuần.",
    "Đề nghị công dân mang theo giấy hẹn và giấy tờ tùy thân khi đến nhận.",
    "Thời gian trả kết quả: trong giờ hành chính các ngày làm việc.",
)

BAD: Final = {
    "blurred-out_of_focus-01": "12 Bản quét bị nhoè",
    "cut_off-shifted_sideways-00": "13 Bản quét bị cắt mép",
    "low_resolution-coarse-01": "14 Bản quét độ phân giải thấp",
}
BROKEN_NAME: Final = "15 Tệp hỏng.pdf"

AS_EXPECTED: Final = frozenset({Exit.DONE, Exit.NEEDS_A_PERSON, Exit.UNREADABLE})
"""What comes of samples some of which are bad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where the demonstration lies."""

    home: Path

    @property
    def pages(self) -> Path:
        """Return where the made pages are kept, so that a second call is quick."""
        return self.home / "pages"

    @property
    def scans(self) -> Path:
        """Return the samples under the names people see."""
        return self.home / "scans"

    @property
    def result(self) -> Path:
        """Return what became of them."""
        return self.home / "result"


def main() -> int:
    """Run the demonstration; the exit code is 0 although some samples are bad."""
    console = Console(stderr=True, highlight=False)
    try:
        folders = Folders(home=HOME.read() / "demo")
        with _alone_in(folders.home, console=console):
            with console.status("Đang tạo các trang mẫu (lần đầu mất khoảng nửa phút)…"):
                scans = make_scans(folders)
            console.print(f"Đã có {len(scans)} tệp mẫu; bắt đầu số hoá.")
            code = motcua(["digitise", *map(str, scans), "--out", str(folders.result), "--browse"])
    except (MissingFont, Refusal) as missing:
        console.print(f"motcua: không tạo được trang mẫu: {missing}", markup=False)
        return Exit.UNAVAILABLE
    except KeyboardInterrupt:
        console.print(
            "motcua: Đã dừng theo yêu cầu; chạy lại ./motcua demo --scans lúc nào cũng được."
        )
        return Exit.INTERRUPTED
    if code not in AS_EXPECTED:
        return code
    say_where(folders)
    return Exit.DONE


def make_scans(folders: Folders) -> list[Path]:
    """Return the samples, made where they are not there yet; each appears whole."""
    made = _made_pages(folders.pages)
    folders.scans.mkdir(exist_ok=True)
    scans = [
        _put(made[name], target=folders.scans / f"{title}{made[name].suffix}")
        for name, title in (SCANS | BAD).items()
    ]
    pile = folders.pages / "pile.pdf"
    write_pdf(pile, pictures=[Picture(path=made[name], dpi=300) for name in PILE])
    scans.append(_put(pile, target=folders.scans / PILE_NAME))
    for name, code in ((WRITTEN_NAME, _written()), (BROKEN_NAME, hostile.cut_pdf())):
        aside = folders.pages / "written.pdf"
        aside.write_bytes(code)
        scans.append(_put(aside, target=folders.scans / name))
    return sorted(scans)


def make(plan: PagePlan | GatePlan, root: Path) -> shelf.Entry:
    """Write the files of one page of either set."""
    if isinstance(plan, GatePlan):
        return gate_set.make_case(plan, root)
    return office_set.make_page(plan, root)


def say_where(folders: Folders) -> None:
    """Tell where to look, with an address that terminals open on a click."""
    index = (folders.result / "index.html").as_uri()
    sys.stdout.write(
        "\nXong. Một số tệp mẫu cố ý mờ, bị cắt hoặc hỏng để thấy phần mềm trả lại như thế nào.\n"
        f"  Xem kết quả:  {index}\n"
        f"  Bản quét mẫu: {folders.scans.as_uri()}\n"
        "Số hoá giấy tờ của mình: ./motcua digitise THƯ_MỤC --out KẾT_QUẢ --browse\n"
    )
    sys.stdout.flush()


@contextmanager
def _alone_in(home: Path, *, console: Console) -> Iterator[None]:
    home.mkdir(parents=True, exist_ok=True)
    with (home / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            console.print("Đang chờ một lần chạy demo khác…")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _made_pages(root: Path) -> dict[str, Path]:
    """Return the pages by name; they are made anew only when what makes them has changed."""
    chosen = [plan for plan in office_plans.plans() if _short(plan.name) in {*SCANS, *PILE}]
    bad = [plan for plan in gate_set.plans() if plan.name in BAD]
    entries = shelf.kept(
        root,
        edition=shelf.edition(*Path(__file__).parent.rglob("*.py")),
        plans=[*chosen, *bad],
        make=make,
    )
    found: dict[str, Path] = {}
    for entry in entries:
        name = entry["name"] if entry["name"] in BAD else _short(entry["name"])
        found.setdefault(name, root / entry["files"][0])
    return found


def _short(name: str) -> str:
    return name.partition("_")[2]


def _put(made: Path, *, target: Path) -> Path:
    """Copy a file under the name it is to have; whoever looks sees the old or the new one whole."""
    aside = target.with_name(f".{target.name}")
    shutil.copyfile(made, aside)
    return aside.replace(target)


def _written() -> bytes:
    """Return a document that never was paper: its text is text."""
    pdf = empty()
    write(pdf, WRITTEN)
    return saved(pdf)


if __name__ == "__main__":
    sys.exit(main())
