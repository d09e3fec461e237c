"""What else may be on or in a sheet: portraits, cards, holes, stains, folds, the other side."""

import math
from typing import Final

import cv2
import numpy as np
from PIL import Image, ImageDraw

from samples.damage import WHITE, clipped
from samples.documents.people import Person
from samples.drawing import Pixels
from samples.fonts import Family, Style, font
from samples.gate.scanner import MM
from samples.marks import in_colour

PORTRAIT: Final = (354, 472)
"""3 × 4 cm at 300 dpi."""

CARD: Final = (1011, 638)
"""85.6 × 54 mm at 300 dpi (ISO/IEC 7810, ID-1)."""


def pasted(
    sheet: Pixels, *, picture: Pixels, at: tuple[float, float], degrees: float = 0.0
) -> Pixels:
    """Return the coloured sheet with a picture glued on, its top left corner at a place."""
    height, width = picture.shape[:2]
    place = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    place[:, 2] += at
    size = sheet.shape[1], sheet.shape[0]
    out = in_colour(sheet).copy()
    cover = cv2.warpAffine(np.full((height, width), WHITE, np.uint8), place, size)
    laid = cv2.warpAffine(picture, place, size, borderMode=cv2.BORDER_REPLICATE)
    share = cover[..., None].astype(np.float32) / WHITE
    return clipped(out * (1 - share) + laid * share)


def portrait(rng: np.random.Generator, *, size: tuple[int, int] = PORTRAIT) -> Pixels:
    """Return the passport photograph of nobody: ellipses of skin, hair and shirt, softened."""
    wide, tall = 354, 472
    ground = (105, 150, 205) if rng.random() < 0.7 else (232, 232, 236)
    picture = np.full((tall, wide, 3), ground, np.uint8)
    skin = np.array([222, 178, 146]) - rng.integers(0, 35, 3)
    hair = np.array([38, 30, 28]) + rng.integers(0, 20, 3)
    shirt = tuple(int(part) for part in rng.integers(30, 250, 3))
    middle = (wide // 2 + int(rng.integers(-8, 8)), 200 + int(rng.integers(-10, 10)))
    x, y = middle

    def oval(at: tuple[int, int], axes: tuple[int, int], colour: np.ndarray | tuple) -> None:
        cv2.ellipse(picture, at, axes, 0, 0, 360, tuple(int(c) for c in colour), -1, cv2.LINE_AA)

    oval((x, tall + 10), (170, 150), shirt)
    oval((x, y + 115), (42, 75), skin - 22)
    oval((x, y - 22), (102, 128), hair)
    if rng.random() < 0.5:
        oval((x, y + 60), (112, 140), hair)
        oval((x, y + 130), (46, 60), skin - 22)
    oval((x, y + 8), (84, 112), skin)
    oval((x, y - 88), (84, 42), hair)
    for side in (-1, 1):
        oval((x + side * 34, y - 8), (17, 8), (245, 242, 238))
        oval((x + side * 34, y - 8), (8, 8), (30, 22, 20))
        cv2.ellipse(picture, (x + side * 34, y - 24), (22, 7), 0, 180, 360, hair.tolist(), 5)
    cv2.ellipse(picture, (x, y + 30), (13, 9), 0, 0, 180, (skin - 45).tolist(), 4)
    oval((x, y + 64), (27, 8), (176, 92, 88))
    soft = cv2.GaussianBlur(picture, (0, 0), 2.2).astype(np.float32)
    shade = np.linspace(1.06, 0.88, wide, dtype=np.float32)[None, :, None]
    noisy = soft * shade + rng.normal(0, 4, (tall, wide, 1))
    return cv2.resize(clipped(noisy), size, interpolation=cv2.INTER_AREA)


def id_card(person: Person, *, rng: np.random.Generator) -> tuple[Pixels, Pixels]:
    """Return the two sides of an identity card, laid out as the office knows it."""
    front = _card_ground(rng)
    pen = ImageDraw.Draw(front)
    _centred(pen, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", y=36, points=7.2, x=600)
    _centred(pen, "Độc lập - Tự do - Hạnh phúc", y=76, points=6.6, x=600)
    _centred(pen, "CĂN CƯỚC CÔNG DÂN", y=132, points=10, x=600, colour=(180, 30, 40))
    rows = (
        f"Số: {person.number}",
        f"Họ và tên: {person.name.upper()}",
        f"Ngày sinh: {person.born}",
        "Giới tính: Nữ      Quốc tịch: Việt Nam",
        f"Nơi thường trú: {person.home.split(',')[0]},",
        ",".join(person.home.split(",")[1:]).strip(),
    )
    type_ = font(Family.LIBERATION_SANS, style=Style.REGULAR, points=6.4)
    for number, row in enumerate(rows):
        pen.text((330, 220 + 62 * number), row, font=type_, fill=(30, 30, 35))
    front.paste(Image.fromarray(portrait(rng, size=(240, 320))), (50, 230))
    pen.ellipse((70, 40, 190, 160), fill=(205, 40, 45), outline=(225, 180, 60), width=8)

    back = _card_ground(rng)
    pen = ImageDraw.Draw(back)
    for number, row in enumerate(
        (
            "Đặc điểm nhận dạng: nốt ruồi cách 1 cm sau đuôi mắt trái",
            "Ngày, tháng, năm cấp: 14/8/2021",
            "CỤC TRƯỞNG CỤC CẢNH SÁT",
            "QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI",
        )
    ):
        pen.text((60, 50 + 56 * number), row, font=type_, fill=(30, 30, 35))
    pen.rounded_rectangle((60, 300, 200, 410), 14, fill=(214, 186, 110), outline=(150, 120, 60))
    mono = font(Family.LIBERATION_MONO, style=Style.REGULAR, points=7)
    plain = f"IDVNM{person.number}<<<<<<<<<<<"
    for number in range(3):
        pen.text((60, 450 + 52 * number), plain, font=mono, fill=(25, 25, 25))
    return np.array(front), np.array(back)


def _card_ground(rng: np.random.Generator) -> Image.Image:
    width, height = CARD
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    phase = rng.uniform(0, 6)
    waves = np.sin((y + 40 * np.sin(x / 70 + phase)) / 6) + np.sin((x + 30 * np.sin(y / 50)) / 8)
    tint = np.array([206, 226, 222], np.float32) + (6 * waves)[..., None]
    return Image.fromarray(clipped(tint))


def _centred(
    pen: ImageDraw.ImageDraw,
    text: str,
    *,
    x: float,
    y: float,
    points: float,
    colour: tuple[int, int, int] = (30, 30, 35),
) -> None:
    type_ = font(Family.LIBERATION_SANS, style=Style.BOLD, points=points)
    pen.text((x - pen.textlength(text, font=type_) / 2, y), text, font=type_, fill=colour)


def punched(sheet: Pixels, *, rng: np.random.Generator, lid: int) -> Pixels:
    """Return the sheet with the two or four holes of a file, through which the lid is seen."""
    out = sheet.copy()
    height = sheet.shape[0]
    x = int((11 + rng.uniform(-2, 2)) * MM)
    drift = rng.uniform(-8, 8) * MM
    gaps = (-40, 40) if rng.random() < 0.6 else (-120, -40, 40, 120)
    for gap in gaps:
        centre = (x, int(height / 2 + gap * MM + drift))
        cv2.circle(out, centre, int(3 * MM), (lid,) * 3, -1, cv2.LINE_AA)
        cv2.circle(out, centre, int(3 * MM), (min(lid, 150),) * 3, 3, cv2.LINE_AA)
    return out


def stained(
    sheet: Pixels, *, rng: np.random.Generator, strength: float = 1.0, count: int = 3
) -> Pixels:
    """Return the coloured sheet with yellowish water marks, darker at their rims."""
    height, width = sheet.shape[:2]
    y, x = np.mgrid[0 : height // 4, 0 : width // 4].astype(np.float32) * 4
    depth = np.zeros_like(x)
    for _ in range(count):
        across, down = rng.uniform(0, width), rng.uniform(0, height)
        radius = rng.uniform(12, 38) * MM
        turn = np.arctan2(y - down, x - across)
        wobble = np.ones_like(x)
        for lobes in range(1, 8):
            wobble += 0.07 / lobes * np.sin(lobes * turn + rng.uniform(0, 6))
        away = np.clip(np.hypot(x - across, y - down) / (radius * wobble) - 1, -1, 2)
        depth += 0.5 / (1 + np.exp(30 * away)) + np.exp(-((away / 0.05) ** 2))
    depth = cv2.resize(np.clip(depth, 0, 1.6), (width, height))[..., None]
    return clipped(in_colour(sheet) - strength * depth * np.array([10, 18, 34], np.float32))


def creased(sheet: Pixels, *, rng: np.random.Generator, folds: int = 1) -> Pixels:
    """Return the sheet with the soft double line of a fold across it, once or more often."""
    height, width = sheet.shape[:2]
    shade = np.ones((height, width), np.float32)
    for fold in range(1, folds + 1):
        start = height * fold / (folds + 1) + rng.uniform(-12, 12)
        slant = rng.uniform(-0.008, 0.008)
        rows = start + slant * np.arange(width)
        for column in range(0, width, 8):
            row = int(rows[column])
            shade[row - 6 : row, column : column + 8] -= 0.07
            shade[row : row + 4, column : column + 8] += 0.04
    shade = cv2.GaussianBlur(shade, (0, 0), 2.0)
    return clipped(sheet * (shade if sheet.ndim == 2 else shade[..., None]))


def seen_through(sheet: Pixels, *, back: Pixels, strength: float) -> Pixels:
    """Return the sheet, as coloured as its back, with the other side's print shimmering through."""
    mirrored = cv2.GaussianBlur((WHITE - back[:, ::-1]).astype(np.float32), (0, 0), 3.5)
    return clipped(sheet - strength * mirrored)


def dark_edges(
    sheet: Pixels, *, rng: np.random.Generator, widest_mm: float = 4.0, edges: int = 2
) -> Pixels:
    """Return the sheet with the dark bars a scanner leaves where the lid did not close."""
    out = sheet.astype(np.float32)
    height, width = sheet.shape[:2]
    for side in rng.choice(4, edges, replace=False):
        turned = np.rot90(out, side)
        bar = np.arange(turned.shape[0], dtype=np.float32)
        reach = rng.uniform(1.2, widest_mm) * MM
        lean = rng.uniform(-0.3, 0.3) * reach * np.linspace(-1, 1, turned.shape[1])
        shade = 1 / (1 + np.exp(-(bar[:, None] - reach - lean[None, :]) / 5))
        shade = np.maximum(shade, rng.uniform(0.05, 0.3))
        turned *= shade if out.ndim == 2 else shade[..., None]
    return clipped(out[:height, :width])


def stapled(sheet: Pixels, *, rng: np.random.Generator) -> Pixels:
    """Return the sheet with the two small holes a staple left at its top left corner."""
    out = sheet.copy()
    x, y = rng.uniform(10, 18) * MM, rng.uniform(8, 14) * MM
    angle = rng.uniform(0.4, 1.0)
    for step in (0, 11 * MM):
        at = int(x + step * math.cos(angle)), int(y - step * math.sin(angle) + 8 * MM)
        cv2.circle(out, at, 7, (70,) * 3, -1, cv2.LINE_AA)
        cv2.line(out, at, (at[0] + 14, at[1] - 10), (150,) * 3, 3, cv2.LINE_AA)
    return out
