"""Draws the comparison: CPU time a page against words lost or made up."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from benchmarks.figures import Middle
from benchmarks.tools import ToolName

WIDTH, HEIGHT = 760, 470
LEFT, RIGHT, TOP, BOTTOM = 74, 28, 66, 68
TICKS: Final = 5
NICE: Final = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)

STYLE: Final = """\
text { font: 14px "Helvetica Neue", Arial, sans-serif; fill: #222 }
.title { font-size: 17px; font-weight: 600 } .small { font-size: 12px; fill: #555 }
.name { font-weight: 600 } .axis { stroke: #444 } .grid { stroke: #ddd }"""

COLOURS: Final = {
    ToolName.NORMAL: "#0b6e4f",
    ToolName.BEST: "#1f5fa8",
    ToolName.PEER: "#b3541e",
    ToolName.PEER_FULL: "#7a3b8f",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A tool: what a page takes it, and the share of words it gets wrong."""

    tool: ToolName
    cpu: Middle
    wrong: float
    """Per cent, of all pages."""

    wrong_upright: float
    """Per cent, of the pages that lie upright."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Turns values from 0 to `most` into places on the sheet."""

    most: float
    begin: float
    end: float

    @property
    def ticks(self) -> list[float]:
        return [self.most * number / TICKS for number in range(TICKS + 1)]

    def at(self, value: float) -> float:
        return self.begin + (self.end - self.begin) * value / self.most


def svg(points: Sequence[Point], *, caption: str) -> str:
    """Return the drawing; nearer to the lower left corner is better."""
    x = _Scale(
        most=round_up(max(point.cpu.most for point in points)), begin=LEFT, end=WIDTH - RIGHT
    )
    highest = max(max(point.wrong, point.wrong_upright) for point in points)
    y = _Scale(most=round_up(highest), begin=HEIGHT - BOTTOM, end=TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        "<title>CPU time a page against words read wrong</title>",
        f"<style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        _text(LEFT, 28, "Words read wrong against CPU time a page", kind="title"),
        _text(
            LEFT,
            48,
            "● all pages   ○ only those that lie upright   ─ quickest to slowest round",
            kind="small",
        ),
        *_axes(x, y),
        *(part for point in points for part in _point(point, x=x, y=y)),
        *(part for point in points for part in _label(point, others=points, x=x, y=y)),
        _text(WIDTH - RIGHT, HEIGHT - 8, caption, kind="small", anchor="end"),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def round_up(value: float) -> float:
    """Return the next value that five ticks divide well, with some room above."""
    room = value * 1.12 or 1
    step = 10.0 ** math.floor(math.log10(room / TICKS))
    nice = next(nice for nice in NICE if TICKS * step * nice >= room)
    return TICKS * step * nice


def _axes(x: _Scale, y: _Scale) -> list[str]:
    floor, wall = y.begin, x.begin
    parts = []
    for tick in y.ticks:
        parts.append(_line(wall, y.at(tick), x.end, y.at(tick), kind="grid"))
        parts.append(_text(wall - 8, y.at(tick) + 5, f"{tick:g}", anchor="end"))
    for tick in x.ticks:
        parts.append(_line(x.at(tick), floor, x.at(tick), floor + 5, kind="axis"))
        parts.append(_text(x.at(tick), floor + 21, f"{tick:g}", anchor="middle"))
    parts += [
        _line(wall, floor, x.end, floor, kind="axis"),
        _line(wall, floor, wall, y.end, kind="axis"),
        _text((wall + x.end) / 2, floor + 42, "CPU seconds a page, one process", anchor="middle"),
        _upwards(22, (floor + y.end) / 2, "words lost or made up, %"),
    ]
    return parts


def _point(point: Point, *, x: _Scale, y: _Scale) -> list[str]:
    colour, at = COLOURS[point.tool], x.at(point.cpu.median)
    high, low = y.at(point.wrong), y.at(point.wrong_upright)
    stroke = f'stroke="{colour}" stroke-width="2"'
    spread = f"M{x.at(point.cpu.least):.1f} {high:.1f}H{x.at(point.cpu.most):.1f}"
    return [
        f'<path d="M{at:.1f} {high:.1f}V{low:.1f}{spread}" {stroke} fill="none"/>',
        f'<circle cx="{at:.1f}" cy="{low:.1f}" r="6" fill="#fff" {stroke}/>',
        f'<circle cx="{at:.1f}" cy="{high:.1f}" r="6" fill="{colour}"/>',
    ]


def _label(point: Point, *, others: Sequence[Point], x: _Scale, y: _Scale) -> list[str]:
    """Write a point's name and figures on the side that has more room before the next point."""
    at, high = x.at(point.cpu.median), y.at(point.wrong)
    places = [x.begin, x.end, *(x.at(o.cpu.median) for o in others if o is not point)]
    room_left = min(at - place for place in places if place <= at)
    room_right = min(place - at for place in places if place >= at)
    shift, anchor = (-9, "end") if room_left > room_right else (9, "start")
    figures = f"{point.cpu.median:.2f} s, {point.wrong:.1f} %"
    return [
        _text(at + shift, high - 25, point.tool.value, kind="name", anchor=anchor),
        _text(at + shift, high - 10, figures, kind="small", anchor=anchor),
    ]


def _line(x1: float, y1: float, x2: float, y2: float, *, kind: str) -> str:
    return f'<path class="{kind}" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"/>'


def _text(x: float, y: float, text: str, *, kind: str = "", anchor: str = "start") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _upwards(x: float, y: float, text: str) -> str:
    turn = f"translate({x:.1f} {y:.1f}) rotate(-90)"
    return f'<text transform="{turn}" text-anchor="middle">{escape(text)}</text>'
