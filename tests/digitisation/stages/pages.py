"""Pages drawn for the stages: print, rules, dots, dust."""

from dataclasses import replace
from functools import cache

import numpy as np
from PIL import Image, ImageDraw

from motcua.digitisation.pipeline.stages.prepare import prepare
from motcua.digitisation.pipeline.values import RecognisedPage
from motcua.digitisation.ports import SheetImage
from motcua.digitisation.rules.text import PageText
from samples.fonts import DRAWING_DPI, Family, Style, font

A4_150 = (1754, 1240)
LETTER = (
    "Căn cứ Nghị định số 45/2020/NĐ-CP của Chính phủ về thực hiện thủ tục hành chính,",
    "Ủy ban nhân dân xã Tân Phong đề nghị các đơn vị rà soát hồ sơ đã tiếp nhận,",
    "số hóa thành phần hồ sơ và gửi kết quả trước ngày 25 tháng 5 năm 2023.",
    "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh kịp thời",
    "về Văn phòng để tổng hợp, báo cáo Chủ tịch Ủy ban nhân dân huyện.",
)


def paper(shape=A4_150, *, tone=250):
    return np.full(shape, tone, np.uint8)


def printed(*lines, shape=A4_150, left=150, top=150, pitch=37, points=13, ink=0):
    """Return a page of print; the type is drawn by the samples' fonts."""
    image = Image.fromarray(paper(shape))
    type_ = font(Family.LIBERATION, style=Style.REGULAR, points=points * 150 / DRAWING_DPI)
    pen = ImageDraw.Draw(image)
    for number, text in enumerate(lines):
        pen.text((left, top + number * pitch), text, font=type_, fill=ink)
    return np.array(image)


@cache
def letter(*, shape=A4_150):
    """Return a page of twenty lines, the upper part of a sheet."""
    page = printed(*(LETTER * 4), shape=shape)
    page.setflags(write=False)
    return page


def ruled(page, *, left, top, widths, heights, thick=2):
    """Draw a table's rules."""
    page = page.copy()
    right, bottom = left + sum(widths), top + sum(heights)
    x, y = left, top
    for width in (0, *widths):
        x += width
        page[top : bottom + thick, x : x + thick] = 0
    for height in (0, *heights):
        y += height
        page[y : y + thick, left : right + thick] = 0
    return page


def sheet(pixels, *, dpi=150, encoded=None):
    return SheetImage(number=1, pixels=pixels, dpi=dpi, encoded=encoded)


def prepared(image, *, dpi=150, is_blank=False, encoded=None, working=None, working_dpi=None):
    plain = image if image.ndim == 2 else np.ascontiguousarray(image[:, :, 0])
    return replace(
        prepare(sheet(paper((8, 8)))),
        image=image,
        dpi=dpi,
        working=plain if working is None else working,
        working_dpi=working_dpi or dpi,
        is_blank=is_blank,
        encoded=encoded,
    )


def recognised(image, **how):
    return RecognisedPage(page=prepared(image, **how), text=PageText())
