"""The font of the invisible text: every character is one glyph without area, half an em wide.

The glyph is a stroke there and back from corner to corner of its place: nothing is ever drawn, but
it has a size. PDFium, and so Chrome, leaves out words of one letter whose glyph has none.

Made here with fontTools, so that no font from elsewhere stands in the repository. PDF/A wants the
font embedded even where nothing of it is seen (ISO 19005-2, 6.2.11.4).
"""

import io
from functools import cache
from typing import Final

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph

NAME: Final = "MotcuaGlyphless"
EM: Final = 1000
ADVANCE: Final = 500
MADE: Final = 3_849_984_000
"""The same for ever (2026-01-01, in seconds since 1904), so that equal pages give equal files."""

GLYPH: Final = 1
"""The number of the glyph that stands for every character."""


@cache
def font_file() -> bytes:
    """Return the TrueType file."""
    builder = FontBuilder(EM, isTTF=True)
    glyphs = [".notdef", "space"]
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({0x20: "space"})
    builder.setupGlyf(dict.fromkeys(glyphs, _corner_to_corner()))
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (ADVANCE, 0)))
    builder.setupHorizontalHeader(ascent=EM, descent=-1)
    builder.setupNameTable({"familyName": NAME, "styleName": "Regular", "psName": NAME})
    builder.setupOS2(sTypoAscender=EM, sTypoDescender=-1, usWinAscent=EM, usWinDescent=1)
    builder.setupPost(isFixedPitch=1)
    builder.updateHead(created=MADE, modified=MADE)
    file = io.BytesIO()
    builder.font.recalcTimestamp = False
    builder.save(file)
    return file.getvalue()


def _corner_to_corner() -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((ADVANCE, EM))
    pen.closePath()
    return pen.glyph()
