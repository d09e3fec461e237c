"""Documents as digitisation hands them over, and a reader of the pages made of them."""

from html.parser import HTMLParser
from pathlib import Path

from motcua.digitisation.actions import FileDone
from motcua.digitisation.browse import browsing
from motcua.digitisation.browse.place import folder_of
from motcua.digitisation.browse.wording import FIELDS
from motcua.digitisation.errors import Unreadable, UnreadableFile
from motcua.digitisation.pipeline.values import Document, FinishedPage
from motcua.digitisation.ports import PageLayers
from motcua.digitisation.report import of_refusal
from motcua.digitisation.rules.fields import DocumentFields
from motcua.digitisation.rules.quality import Grade, Verdict
from motcua.digitisation.rules.text import Box, Line, PageText, Word
from motcua.digitisation.sentences import unreadable

WIDTH, HEIGHT = 2480, 3508
PREVIEW = b"\xff\xd8 a preview \xff\xd9"


def word(text, *, left=300, top=300, confidence=0.99):
    box = Box(left=left, top=top, right=left + 40 * len(text), bottom=top + 44)
    return Word(text=text, box=box, confidence=confidence)


def page(*words, number=1, rotation=0, skew_deg=0.0):
    lines = (Line(words=tuple(words)),) if words else ()
    return FinishedPage(
        number=number,
        width_px=WIDTH,
        height_px=HEIGHT,
        dpi=300,
        rotation=rotation,
        skew_deg=skew_deg,
        text=PageText(lines=lines),
        layers=PageLayers(),
        preview=None,
        measures=None,
        seconds={},
    )


def field(value, *, number=1, confidence=0.9):
    box = [300, 300, 700, 344]
    return {"value": value, "confidence": confidence, "page": number, "box": box}


def done(name, *pages, number=1, verdict="good", problems=(), fields=None, kept=None):
    """Return a file that was digitised; `problems` are those of each page."""
    per_page = [*problems, *([[]] * (len(pages) - len(problems)))]
    every = list(dict.fromkeys(code for codes in per_page for code in codes))
    report = {
        "input": name,
        "ok": True,
        "pages": [
            {
                "number": one.number,
                "words": len(one.text.words),
                "confidence": 0.9,
                "syllable_score": 1.0,
                "problems": codes,
            }
            for one, codes in zip(pages, per_page, strict=True)
        ],
        "quality": {"verdict": verdict, "problems": every},
        "fields": {**dict.fromkeys(FIELDS), **(fields or {})},
        "pdf": {"path": "x.pdf", "kept": kept},
    }
    quality = Verdict(grade=Grade(verdict), problems=(), page_problems=())
    document = Document(pages=pages, quality=quality, fields=DocumentFields())
    source = Path(name)
    return FileDone(
        source=source, number=number, name=source.stem, report=report, document=document
    )


def refused(name, why, *, number=1):
    refusal = UnreadableFile(name=name, why=why)
    report = of_refusal(Path(name), refusal=refusal, sentence=unreadable(refusal))
    return FileDone(source=Path(name), number=number, name=Path(name).stem, report=report)


def browse(out, *files, without_preview=()):
    """Write the pages of some files into a folder and return it."""
    with browsing(out, files=len(files)) as browser:
        for file in files:
            for one in file.document.pages if file.document else ():
                if file.number not in without_preview:
                    folder = browser.folder / folder_of(file.number)
                    folder.mkdir(exist_ok=True)
                    (folder / f"{one.number}.jpg").write_bytes(PREVIEW)
            browser.add(file)
    return out


class Seen(HTMLParser):
    """What a page holds: every element with its attributes and the text right inside it."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.elements, self._open = [], []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        self.elements.append({"tag": tag, "text": "", **dict(attrs)})
        if tag not in {"meta", "img", "input", "br", "link"}:
            self._open.append(self.elements[-1])

    def handle_endtag(self, tag):
        assert self._open, tag
        assert self._open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self._open:
            element["text"] += data

    def all(self, tag, **attributes):
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element["tag"] == tag
            and all(value in (element.get(key) or "").split() for key, value in wanted.items())
        ]

    @property
    def text(self):
        [body] = self.all("body")
        [script] = self.all("script")
        return body["text"].replace(script["text"], "")


def pages_of(out):
    return [Seen(path) for path in (out / "index.html", *sorted(out.glob("browse/*/*.html")))]


__all__ = ["Unreadable", "browse", "done", "field", "page", "pages_of", "refused", "word"]
