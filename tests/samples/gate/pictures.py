"""Pictures that are no document: a view, a face, a wall, a screen, a child's drawing."""

import math
from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from samples.damage import clipped
from samples.drawing import Pixels
from samples.fonts import Family, Style, font
from samples.gate.belongings import portrait

Field = NDArray[np.float32]
Picturing = Callable[[np.random.Generator], Pixels]

WIDE: Final = (1600, 1200)
TALL: Final = (1080, 1920)


def fractal(
    rng: np.random.Generator, *, size: tuple[int, int], octaves: int = 6, first: int = 3
) -> Field:
    """Return cloudy unevenness between 0 and 1, the same at every scale."""
    width, height = size
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        cells = first * 2**octave
        rough = rng.random((cells, cells)).astype(np.float32)
        total += cv2.resize(rough, size, interpolation=cv2.INTER_CUBIC) / 2**octave
    return (total - total.min()) / np.ptp(total)


def _blend(low: tuple[int, ...], high: tuple[int, ...], *, share: Field) -> NDArray[np.float32]:
    low_, high_ = np.array(low, np.float32), np.array(high, np.float32)
    return low_ + (high_ - low_) * share[..., None]


def _ridge(rng: np.random.Generator, *, width: int, rough: float) -> Field:
    line = np.zeros(width)
    for octave in range(1, 7):
        cells = rng.random(2**octave + 2)
        line += np.interp(np.linspace(0, len(cells) - 1, width), range(len(cells)), cells) / (
            2 ** (octave * rough)
        )
    return ((line - line.mean()) / np.ptp(line)).astype(np.float32)


def landscape(rng: np.random.Generator) -> Pixels:
    """Return hills under a clouded sky, with water or a meadow before them."""
    width, height = WIDE
    down = np.repeat(np.linspace(0, 1, height, dtype=np.float32)[:, None], width, axis=1)
    view = _blend((70, 130, 210), (225, 225, 215), share=np.clip(down * 1.7, 0, 1))
    clouds = np.clip(fractal(rng, size=WIDE) * 2.4 - 1.2, 0, 1) * (1 - down)
    view = view + (250 - view) * clouds[..., None]
    rows = np.arange(height)[:, None]
    for layer in range(4):
        top = height * (0.38 + 0.08 * layer) + 260 * _ridge(rng, width=width, rough=0.9)
        mask = rows > top[None, :]
        leaves = fractal(rng, size=WIDE, first=24, octaves=4)
        colour = _blend((38, 62, 44), (92, 128, 74), share=leaves)
        haze = 0.75 - 0.22 * layer
        view[mask] = (colour * (1 - haze) + np.array([168, 190, 214]) * haze)[mask]
    shore = int(0.74 * height)
    if rng.random() < 0.6:
        mirror = view[shore - (height - shore) : shore][::-1] * 0.72
        waves = np.sin(rows[shore:] / 3 + 5 * fractal(rng, size=(width, height - shore))) * 9
        view[shore:] = mirror + waves[..., None]
    else:
        grass = fractal(rng, size=(width, height - shore), first=60, octaves=3)
        view[shore:] = _blend((56, 92, 30), (150, 172, 70), share=grass)
    return clipped(view + rng.normal(0, 5, (height, width, 1)))


def face(rng: np.random.Generator) -> Pixels:
    """Return somebody photographing themselves before a blurred room."""
    width, height = 1200, 1600
    room = _blend((96, 84, 78), (206, 196, 178), share=fractal(rng, size=(width, height)))
    cv2.rectangle(room, (100, 120), (520, 700), (226, 232, 240), -1)
    cv2.rectangle(room, (820, 500), (1180, 1500), (116, 78, 52), -1)
    room = cv2.GaussianBlur(room, (0, 0), 22)
    person = portrait(rng, size=(width, height)).astype(np.float32)
    ground = person[20, 20]
    outside = (np.abs(person - ground).max(axis=2) < 50).astype(np.float32)
    outside = cv2.GaussianBlur(outside, (0, 0), 4)[..., None]
    return clipped(person * (1 - outside) + room * outside + rng.normal(0, 4, (height, width, 1)))


def brick_wall(rng: np.random.Generator) -> Pixels:
    """Return a wall of bricks in slanting light."""
    width, height = WIDE
    wall = np.full((height, width, 3), (176, 168, 156), np.float32)
    long, high = int(rng.integers(150, 230)), int(rng.integers(55, 85))
    for row, y in enumerate(range(-high, height, high + 14)):
        for x in range(-long * (1 + row % 2) // 2 - long, width, long + 14):
            tint = np.array([152, 78, 58]) + rng.normal(0, 14, 3)
            cv2.rectangle(wall, (x, y), (x + long, y + high), tint.tolist(), -1)
    wall *= (0.75 + 0.4 * fractal(rng, size=WIDE, first=40, octaves=4))[..., None]
    wall *= np.linspace(1.15, 0.6, width, dtype=np.float32)[None, :, None]
    return clipped(cv2.GaussianBlur(wall, (0, 0), 1.2) + rng.normal(0, 5, (height, width, 1)))


def cloth(rng: np.random.Generator) -> Pixels:
    """Return woven cloth with soft folds."""
    width, height = WIDE
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    bend = 40 * fractal(rng, size=WIDE, octaves=3)
    weave = np.sin((x + bend) / 2.1) * np.sin((y + bend) / 2.1)
    check = ((x + bend) // 90 % 2 + (y + bend) // 90 % 2) / 2
    low, high = tuple(rng.integers(20, 120, 3)), tuple(rng.integers(140, 245, 3))
    folds = 0.7 + 0.5 * fractal(rng, size=WIDE, octaves=2)
    return clipped((_blend(low, high, share=check) + 16 * weave[..., None]) * folds[..., None])


def static(rng: np.random.Generator) -> Pixels:
    """Return what a camera with its cap on, or a broken file, gives: noise."""
    width, height = WIDE
    strength = rng.uniform(40, 110)
    noise = rng.normal(120, strength, (height, width, 3))
    if rng.random() < 0.5:
        noise += 30 * np.sin(np.arange(height) / 9)[:, None, None]
    return clipped(noise)


def chat(rng: np.random.Generator) -> Pixels:
    """Return the screen of a telephone with a conversation in bubbles."""
    width, height = TALL
    screen = Image.new("RGB", TALL, (226, 233, 240))
    pen = ImageDraw.Draw(screen)
    type_ = font(Family.LIBERATION_SANS, style=Style.REGULAR, points=9.5)
    bold = font(Family.LIBERATION_SANS, style=Style.BOLD, points=11)
    pen.rectangle((0, 0, width, 190), fill=(0, 104, 220))
    pen.text((40, 22), "9:41", font=type_, fill="white")
    pen.text((150, 105), "Nhóm gia đình", font=bold, fill="white")
    lines = ["Tối nay mấy giờ ăn cơm?", "7h nhé", "ok", "Con mua rau chưa", "Rồi ạ", "haha", "Vâng"]
    y = 240
    while y < height - 300:
        line = lines[int(rng.integers(len(lines)))]
        wide = pen.textlength(line, font=type_) + 70
        mine = rng.random() < 0.5
        x = width - wide - 40 if mine else 130
        fill = (200, 228, 255) if mine else (255, 255, 255)
        pen.rounded_rectangle((x, y, x + wide, y + 96), 34, fill=fill)
        pen.text((x + 35, y + 24), line, font=type_, fill=(30, 30, 30))
        if not mine:
            tint = tuple(int(c) for c in rng.integers(60, 220, 3))
            pen.ellipse((30, y, 110, y + 80), fill=tint)
        y += int(rng.choice([120, 150, 210]))
        if rng.random() < 0.25 and y < height - 800:
            photo = Image.fromarray(landscape(rng)).resize((560, 420))
            screen.paste(photo, (130, y))
            y += 460
    pen.rounded_rectangle((30, height - 160, width - 150, height - 50), 50, fill="white")
    pen.ellipse((width - 130, height - 160, width - 20, height - 50), fill=(0, 104, 220))
    return np.array(screen)


def calculator(rng: np.random.Generator) -> Pixels:
    """Return the screen of a telephone with a calculator."""
    screen = Image.new("RGB", TALL, (18, 18, 20))
    pen = ImageDraw.Draw(screen)
    large = font(Family.LIBERATION_SANS, style=Style.REGULAR, points=34)
    type_ = font(Family.LIBERATION_SANS, style=Style.REGULAR, points=16)
    pen.text((560, 430), str(int(rng.integers(10000, 99999))), font=large, fill="white")
    for number, sign in enumerate("C±%÷789×456−123+0 ,="):
        x, y = 40 + number % 4 * 255, 700 + number // 4 * 235
        last = number % 4 == 3
        pen.ellipse((x, y, x + 220, y + 220), fill=(240, 150, 20) if last else (66, 66, 70))
        pen.text((x + 92, y + 62), sign, font=type_, fill="white")
    return np.array(screen)


def child_drawing(rng: np.random.Generator) -> Pixels:
    """Return crayons on white paper: a house, a tree, the sun, somebody."""
    width, height = 1654, 2339
    paper = np.full((height, width, 3), 249, np.uint8)

    def crayon(points: NDArray[np.floating], colour: tuple[int, int, int], thick: int) -> None:
        for _ in range(3):
            shaken = points + rng.normal(0, 6, points.shape)
            cv2.polylines(paper, [shaken.astype(np.int32)], False, colour, thick, cv2.LINE_AA)

    def ring(at: tuple[float, float], radius: float) -> NDArray[np.floating]:
        turns = np.linspace(0, 2 * math.pi, 40)
        return np.stack([at[0] + radius * np.cos(turns), at[1] + radius * np.sin(turns)], axis=1)

    corner = np.array([rng.uniform(200, 600), rng.uniform(1100, 1400)])
    house = np.array([[0, 0], [0, 520], [620, 520], [620, 0], [0, 0], [310, -330], [620, 0]])
    crayon(house + corner, (190, 40, 40), 12)
    door = np.array([[240, 520], [240, 280], [380, 280], [380, 520]])
    crayon(door + corner, (90, 60, 30), 10)
    sun = np.array([1350, 400])
    crayon(ring((1350, 400), 150), (245, 190, 20), 16)
    for turn in np.linspace(0, 2 * math.pi, 11):
        ray = np.array([[190, 0], [290, 0]])
        spin = np.array([[math.cos(turn), math.sin(turn)], [-math.sin(turn), math.cos(turn)]])
        crayon(ray @ spin + sun, (245, 190, 20), 12)
    crayon(np.array([[1350, 1900], [1340, 1450]]), (110, 70, 30), 34)
    for _ in range(9):
        crayon(ring((1340 + rng.normal(0, 110), 1320 + rng.normal(0, 90)), 90), (40, 140, 50), 12)
    blades = np.arange(60, width - 60, 26)
    crayon(np.stack([blades, 1960 + 34 * (blades // 26 % 2)], axis=1), (60, 160, 60), 10)
    return clipped(cv2.GaussianBlur(paper, (0, 0), 1.0) + rng.normal(0, 3, (height, width, 1)))


def dinner(rng: np.random.Generator) -> Pixels:
    """Return a plate of food from above."""
    width, height = WIDE
    table = _blend((92, 58, 36), (150, 104, 68), share=fractal(rng, size=WIDE, first=2))
    table = cv2.resize(table[:, ::40], WIDE, interpolation=cv2.INTER_CUBIC)
    at = width // 2 + int(rng.integers(-120, 120)), height // 2
    for radius, tint in ((500, 236), (470, 248), (360, 240)):
        cv2.circle(table, at, radius, (tint, tint, tint - 4), -1, cv2.LINE_AA)
    for _ in range(260):
        turn, away = rng.uniform(0, 6.3), 330 * math.sqrt(rng.random())
        spot = int(at[0] + away * math.cos(turn)), int(at[1] + away * math.sin(turn))
        tint = [(196, 60, 40), (92, 150, 50), (226, 190, 110), (160, 96, 50)][int(rng.integers(4))]
        axes = int(rng.uniform(14, 46)), int(rng.uniform(10, 26))
        cv2.ellipse(table, spot, axes, rng.uniform(0, 180), 0, 360, tint, -1, cv2.LINE_AA)
    soft = cv2.GaussianBlur(table, (0, 0), 2.5)
    return clipped(soft + rng.normal(0, 5, (height, width, 1)))


PICTURES: Final[tuple[Picturing, ...]] = (
    landscape,
    face,
    brick_wall,
    cloth,
    static,
    chat,
    calculator,
    child_drawing,
    dinner,
)
