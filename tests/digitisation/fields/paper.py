"""Lays text out on an A4 page of 200 dpi, as a recogniser would give it back."""

from motcua.digitisation.rules.fields import ReadPage, fields_of
from motcua.digitisation.rules.text import Box, Line, PageText, Word

WIDTH, HEIGHT = 1654, 2339
LEFT, RIGHT = 236, 1536
LEFT_MIDDLE, MIDDLE, RIGHT_MIDDLE = 480, 886, 1190
LETTER, CAPITAL, SPACE, TALL = 13, 17, 10, 30
PITCH = 44

STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
PARTY = ["ĐẢNG CỘNG SẢN VIỆT NAM"]


def wide(text):
    return sum(CAPITAL if sign.isupper() else LETTER for sign in text)


class Paper:
    """A page on which lines are put one by one; every word is read with the same confidence."""

    def __init__(self, *, confidence=0.96):
        self.confidence = confidence
        self.lines = []
        self.bottom = 150

    def put(  # noqa: PLR0913 (a test says only what it is about)
        self, text, *, y, left=None, middle=None, height=TALL, confidence=None, unsure=()
    ):
        """Put a line; the words in `unsure` are read badly, three spaces make a wide gap."""
        words = text.split()
        gaps = [60 if "   " in text and word.startswith("/") else SPACE for word in words]
        length = sum(wide(word) for word in words) + sum(gaps[1:])
        x = left if left is not None else round(middle - length / 2)
        line = []
        for at, word in enumerate(words):
            x += gaps[at] if at else 0
            box = Box(left=x, top=y, right=x + wide(word), bottom=y + height)
            sure = 0.3 if word in unsure else (confidence or self.confidence)
            line.append(Word(text=word, box=box, confidence=sure))
            x = box.right
        self.lines.append(Line(words=tuple(line)))
        self.bottom = max(self.bottom, y + height)
        return self

    def head(self, left, right, **how):
        for at, text in enumerate(left):
            self.put(text, y=160 + PITCH * at, middle=LEFT_MIDDLE, **how)
        for at, text in enumerate(right):
            self.put(text, y=160 + PITCH * at, middle=RIGHT_MIDDLE, **how)
        return self

    def title(self, *lines):
        self.bottom += 30
        for text in lines:
            self.put(text, y=self.bottom + 14, middle=MIDDLE)
        return self

    def text(self, *lines):
        """Put a paragraph: the first line indented, the last one short."""
        self.bottom += 24
        for at, text in enumerate(lines):
            self.put(text, y=self.bottom + 14, left=LEFT + (0 if at else 80))
        return self

    def full_line(self, *, left=LEFT):
        """Put a line that ends at the right margin, as the text of every document has."""
        self.bottom += 40
        ends = range(RIGHT, left, -62)
        line = []
        for right in reversed(ends):
            box = Box(left=right - 52, top=self.bottom, right=right, bottom=self.bottom + TALL)
            line.append(Word(text="việc", box=box, confidence=self.confidence))
        self.lines.append(Line(words=tuple(line)))
        self.bottom += TALL
        return self

    def page_of_text(self):
        """Put text down to the middle of the page, wide apart to keep the tests fast."""
        self.full_line().full_line()
        self.bottom = max(self.bottom, HEIGHT // 2)
        return self.full_line()

    def foot(self, left, right, *, unsure=()):
        """Put the recipients and, beside them, the signature; empty lines leave room."""
        top = self.bottom + 60
        for at, text in enumerate(left):
            if text:
                self.put(text, y=top + 40 * at, left=LEFT, unsure=unsure)
        for at, text in enumerate(right):
            if text:
                self.put(text, y=top + PITCH * at, middle=RIGHT_MIDDLE, unsure=unsure)
        return self

    def page(self, number=1):
        return ReadPage(
            number=number, width=WIDTH, height=HEIGHT, text=PageText(lines=tuple(self.lines))
        )

    def read(self):
        return fields_of([self.page()])


def value(field):
    """Return what a field says, nothing where there is none."""
    return None if field is None else field.value
