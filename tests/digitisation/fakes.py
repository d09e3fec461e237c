"""Small doubles of what digitisation needs from the outside, and words put on a page by hand."""

import numpy as np

from motcua.digitisation.rules.text import Box, Line, PageText, Word

LETTER, SPACE, TALL = 12, 8, 20


def box(left, top, right, bottom):
    return Box(left=left, top=top, right=right, bottom=bottom)


def word(text, *, left=0, top=0, wide=None, tall=TALL, confidence=0.95):
    """Return a word, every letter `LETTER` wide."""
    right = left + (LETTER * len(text) if wide is None else wide)
    return Word(text=text, box=box(left, top, right, top + tall), confidence=confidence)


def line(text, *, left=0, top=0, tall=TALL, confidence=0.95):
    """Return the words of a text, `SPACE` between them; a bar leaves a wide gap."""
    words = []
    for part in text.split():
        if part == "|":
            left += 10 * LETTER
            continue
        words.append(word(part, left=left, top=top, tall=tall, confidence=confidence))
        left = words[-1].box.right + SPACE
    return Line(words=tuple(words))


def lines_from(*texts, left=0, top=0, pitch=30):
    return [line(text, left=left, top=top + pitch * at) for at, text in enumerate(texts)]


class PageReaderThatSays:
    """Reads the same lines off every page, and of every region the texts it was given."""

    def __init__(self, *lines, blocks=()):
        self.lines, self.blocks = lines, list(blocks)
        self.seen = []
        self.regions = []

    def read_page(self, image, *, dpi):
        self.seen.append((image.copy(), dpi))
        return PageText(lines=self.lines)

    def read_blocks(self, image, *, regions, dpi):
        self.regions += regions
        return tuple(
            PageText(lines=(line(text, left=region.left + 5, top=region.top + 5),))
            for region, text in zip(regions, self.blocks, strict=True)
        )


class PageReaderOfUprightPages:
    """Reads surely what has its ink in the upper half, and badly what stands on its head."""

    def read_page(self, image, *, dpi):
        half = image.shape[0] // 2
        upright = int((image[:half] < 128).sum()) >= int((image[half:] < 128).sum())
        sure, text = (0.95, "Kính gửi") if upright else (0.4, "ừg hnìk")
        return PageText(lines=(line(text, left=20, top=20, confidence=sure),))

    def read_blocks(self, image, *, regions, dpi):
        return tuple(PageText() for _ in regions)


class LineReaderThatSays:
    """Reads the same in every region, there, or nothing at all."""

    def __init__(self, text=None, *, confidence=0.95):
        self.text, self.confidence = text, confidence
        self.regions = []

    def read_lines(self, image, *, regions, dpi):
        self.regions += regions
        return tuple(self._read(region) for region in regions)

    def _read(self, region):
        if self.text is None:
            return None
        return line(self.text, left=region.left, top=region.top, confidence=self.confidence)


class PlainCoder:
    """Codes nothing: a byte for each point, so that a test sees what is coded."""

    def encode(self, black):
        return black.astype(np.uint8).tobytes()


def coded_ink(layer):
    """Return the picture that `PlainCoder` was given."""
    return np.frombuffer(layer.data, np.uint8).reshape(layer.height, layer.width) > 0
