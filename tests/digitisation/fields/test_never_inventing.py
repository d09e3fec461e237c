"""Whatever words stand wherever on a page, nothing is answered that is not on it."""

import random
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from digitisation.fields.paper import STATE, Paper
from motcua.digitisation.rules.document_kinds import EVERY_KIND
from motcua.digitisation.rules.fields import DocumentFields, ReadPage, fields_of, tables
from motcua.digitisation.rules.fields.letters import key
from motcua.digitisation.rules.text import Box, Line, PageText, Word

WIDTH, HEIGHT = 1654, 2339
NAMES = tuple(DocumentFields.__dataclass_fields__)

LETTER_HEAD = ["ỦY BAN NHÂN DÂN", "XÃ AN HẢI", "Số: 12/BC-UBND"]
DATED = [*STATE, "An Hải, ngày 05 tháng 6 năm 2026"]

OFFICE = """ỦY BAN NHÂN DÂN TỈNH TÍNH XÃ SỞ TƯ PHÁP VĂN PHÒNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc Số: 12/QĐ-UBND 473 /QĐ-UBND l2/BC-STP 318/2022 Số:268/TB-VP 12-CV/HU
An Hải, ngày 05 l4 tháng 01 6 năm 2026 2O26 QUYẾT ĐỊNH QUYẾT ĐỊNH: THÔNG BÁO GIẤY CHỨNG NHẬN KHAI
SINH V/v V⁄v Về việc ban hành Quy chế Kính gửi: Căn cứ Luật Nơi nhận: - Như trên; Lưu: VT, VI, NC.
(để báo cáo) (b/c) KT. TM. CHỦ TỊCH PHÓ GIÁM ĐỐC THỨ TRƯỞNG Nguyễn Văn An Trung tá Lò Thị ĐƠN VỊ
\u0110\u00d0 \ufffd ñ ß İ ŉ ﬁ ²³ "" _ | . ,,, 𝟙 ـ 日 한"""

SIGNS = "aăâđêôơưẤỆ ŉ\u0301\u200b.,:;/-_|()0123456789"


def some_word(chance):
    if chance.random() < 0.8:
        return chance.choice(OFFICE.split())
    return "".join(chance.choice(SIGNS) for _ in range(chance.randrange(9)))


def some_confidence(chance):
    return chance.choice([0.96, 0.96, 0.96, chance.random(), -1.0, 7.0, float("nan"), float("inf")])


def anywhere(seed):
    """Words of any size, on the page, half off it or turned inside out."""
    chance = random.Random(seed)
    scattered = []
    for _ in range(chance.randrange(60)):
        left, top = chance.randrange(-400, 3000), chance.randrange(-400, 3000)
        right, bottom = left + chance.randrange(-5, 900), top + chance.randrange(-5, 200)
        box = Box(left=left, top=top, right=right, bottom=bottom)
        word = Word(text=some_word(chance), box=box, confidence=some_confidence(chance))
        scattered.append(word)
    return scattered


def damaged(seed):
    """A whole document in which words were lost, misread, doubted or moved."""
    chance = random.Random(seed)
    rate = chance.choice([0.02, 0.1, 0.4])
    kept = []
    for word in (word for line in whole_document().lines for word in line.words):
        fate = chance.random() / rate
        if fate < 0.2:
            continue
        text = some_word(chance) if fate < 0.5 else word.text
        sure = some_confidence(chance) if fate < 0.7 else word.confidence
        off = chance.randrange(-40, 40) if fate < 1 else 0
        box = Box(
            left=word.box.left + off,
            top=word.box.top + off // 4,
            right=word.box.right + off,
            bottom=word.box.bottom + off // 4,
        )
        kept.append(Word(text=text, box=box, confidence=sure))
    return kept


def whole_document():
    paper = Paper().head(LETTER_HEAD, DATED).title("BÁO CÁO", "Kết quả rà soát hồ sơ", "quý II")
    paper.page_of_text()
    list_ = ["Nơi nhận:", "- Như trên;", "- Sở Tư pháp (b/c);", "- Lưu: VT."]
    return paper.foot(list_, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Lê Thị An"])


def page_with(scattered):
    lines = tuple(Line(words=(word,)) for word in scattered)
    return ReadPage(number=1, width=WIDTH, height=HEIGHT, text=PageText(lines=lines))


seeds = st.integers(0, 2**32)
pages = st.lists(st.one_of(seeds.map(anywhere), seeds.map(damaged)).map(page_with), max_size=2)


def found(read):
    return [field for name in NAMES if (field := getattr(read, name)) is not None]


@settings(derandomize=True, max_examples=80, deadline=None)
@given(pages)
def test_every_box_lies_on_its_page_and_every_confidence_between_floor_and_one(many):
    for field in found(fields_of(many)):
        box = field.box
        assert 0 <= box.left < box.right <= WIDTH
        assert 0 <= box.top < box.bottom <= HEIGHT
        assert 0.5 <= field.confidence <= 1
        assert field.value


def enumerated():
    book = (tables.BODY_BOOK, tables.LEADING_BOOK, tables.UNIT_BOOK, tables.PROVINCE_BOOK)
    phrases = [phrase for each in (*book, tables.CAPACITY_BOOK) for phrase in each.spellings]
    marks = [key(mark) for mark in (*tables.CAPACITY_MARKS.entries, *tables.OLDER_MARKS.entries)]
    kinds = [key(kind.name) for kind in EVERY_KIND]
    return " ".join([*phrases, *marks, *kinds, *tables.REMARK_BOOK.spellings, "luuvt", "veviec"])


ENUMERATED = enumerated()
SAME = str.maketrans("oil", "011")


@settings(derandomize=True, max_examples=80, deadline=None)
@given(pages)
def test_every_word_of_an_answer_stands_on_the_page_or_in_a_list(many):
    printed = key(" ".join(word.text for page in many for word in page.text.words))
    for field in found(fields_of(many)):
        values = (field.value,) if isinstance(field.value, str) else field.value
        for part in " ".join(values).replace("/", " ").replace("-", " ").split():
            letters = key(part)
            assert (
                letters in key(printed)
                or letters in ENUMERATED
                or letters.lstrip("0") in printed.translate(SAME)
            )


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.one_of(seeds.map(anywhere), seeds.map(damaged)), seeds)
def test_the_order_of_the_words_does_not_matter(scattered, seed):
    shuffled = list(scattered)
    random.Random(seed).shuffle(shuffled)
    assert fields_of([page_with(scattered)]) == fields_of([page_with(shuffled)])


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(seeds.map(damaged).map(page_with), max_size=2))
def test_values_are_composed_and_free_of_loose_spaces(many):
    for field in found(fields_of(many)):
        for text in (field.value,) if isinstance(field.value, str) else field.value:
            assert text == unicodedata.normalize("NFC", text)
            assert text == " ".join(text.split())


def test_the_whole_document_answers_everything_but_a_superior():
    read = whole_document().read()
    assert [name for name in NAMES if getattr(read, name) is None] == ["superior"]


def test_what_lies_half_off_the_page_is_answered_inside_it():
    paper = Paper().put(STATE[0], y=-10, middle=1190).put("ỦY BAN NHÂN DÂN", y=-10, left=-12)
    paper.put("XÃ AN HẢI", y=34, middle=paper.lines[-1].box.centre[0])
    issuer = paper.read().issuer
    assert issuer.value == "ỦY BAN NHÂN DÂN XÃ AN HẢI"
    assert (issuer.box.left, issuer.box.top) == (0, 0)


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.sets(st.integers(0, 40), max_size=12))
def test_words_that_are_read_badly_never_change_an_answer(bad):
    paper = whole_document()
    whole = paper.read()
    at = 0
    for number, line in enumerate(paper.lines[:9]):
        changed = []
        for word in line.words:
            spoilt = Word(text="Ïx§", box=word.box, confidence=0.2)
            changed.append(spoilt if at in bad else word)
            at += 1
        paper.lines[number] = Line(words=tuple(changed))
    read = paper.read()
    for name in NAMES:
        was, now = getattr(whole, name), getattr(read, name)
        assert now is None or now.value == was.value
