"""Sets an official letter as Decree 30/2020/NĐ-CP, Appendix I, draws it, from a few objects."""

from functools import cache

from fontTools.ttLib import TTFont

from digitisation.opening.pdfs import UPRIGHT, empty, set_out
from samples.fonts import FONTS, Family, Style

POINTS = 13
PITCH = 18
LEFT, RIGHT, LEFT_MIDDLE, RIGHT_MIDDLE = 85, 552, 178, 412

HEAD = [
    (LEFT_MIDDLE, 780, "UBND TỈNH LÂM HẢI"),
    (RIGHT_MIDDLE, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (LEFT_MIDDLE, 762, "SỞ NỘI VỤ"),
    (RIGHT_MIDDLE, 762, "Độc lập - Tự do - Hạnh phúc"),
    (LEFT_MIDDLE, 734, "Số: 1215/SNV-VTLT"),
    (RIGHT_MIDDLE, 734, "Lâm Hải, ngày 09 tháng 6 năm 2025"),
    (LEFT_MIDDLE, 716, "V/v số hóa hồ sơ, giấy tờ"),
    (LEFT_MIDDLE, 698, "giải quyết thủ tục hành chính"),
]
ADDRESSEE = "Kính gửi: Ủy ban nhân dân các xã."
BODY = [
    "Thực hiện kế hoạch của Ủy ban nhân dân tỉnh về số hóa hồ sơ, Sở Nội vụ đề nghị các",
    "xã rà soát, bố trí cán bộ và số hóa toàn bộ hồ sơ, giấy tờ, kết quả giải quyết thủ tục",
    "hành chính còn hiệu lực trong năm 2025, báo cáo kết quả về Sở Nội vụ trước ngày 30.",
]
FOOT = [
    (LEFT, 400, "Nơi nhận:"),
    (LEFT, 382, "- Như trên;"),
    (LEFT, 364, "- Lưu: VT, VTLT."),
]
SIGNATURE = [(400, "GIÁM ĐỐC"), (300, "Trần Quốc Vượng")]


@cache
def _font():
    font = TTFont(FONTS[Family.TINOS].path(Style.REGULAR))
    return font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm


def wide(text):
    signs, widths, em = _font()
    return sum(widths[signs[ord(sign)]][0] for sign in text) * POINTS / em


def centred(middle, y, text):
    return middle - wide(text) / 2, y, text


def justified(y, text):
    """Return the words of a full line, set apart so that it fills its width."""
    words = text.split()
    gap = (RIGHT - LEFT - sum(map(wide, words))) / (len(words) - 1)
    placed, x = [], LEFT
    for word in words:
        placed.append((x, y, word))
        x += wide(word) + gap
    return placed


def placed_letter():
    """Return all pieces of print with the place where each begins."""
    body = [piece for row, text in enumerate(BODY) for piece in justified(600 - PITCH * row, text)]
    return [
        *(centred(*piece) for piece in HEAD),
        centred((LEFT + RIGHT) / 2, 650, ADDRESSEE),
        *body,
        *FOOT,
        *(centred(RIGHT_MIDDLE, y, text) for y, text in SIGNATURE),
    ]


def letter(*, matrix=UPRIGHT, **page):
    pdf = empty(**page)
    set_out(pdf, placed_letter(), points=POINTS, matrix=matrix)
    return pdf
