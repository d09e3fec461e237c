import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.digitisation.rules.syllables import (
    is_syllable,
    read,
    syllable_score,
    text_score,
    usable,
)

OFFICE = (
    "Căn cứ Luật Tổ chức chính quyền địa phương; theo đề nghị của Trưởng phòng Nội vụ huyện "
    "Thanh Lâm tại Tờ trình số 214/TTr-NV ngày 05 tháng 3 năm 2024 về việc phê duyệt kế hoạch "
    "số hóa hồ sơ, giấy tờ, kết quả giải quyết thủ tục hành chính còn hiệu lực; yêu cầu các xã, "
    "thị trấn rà soát, bố trí cán bộ, máy quét và báo cáo bằng văn bản trước ngày 20 hằng tháng. "
    "Trong quá trình thực hiện nếu có khó khăn, vướng mắc, đề nghị phản ánh kịp thời để được "
    "hướng dẫn giải quyết theo quy định của pháp luật hiện hành."
)
WRONG_READER = (
    "Cdn cir Luat T6 chirc chinh quyén dia phuong; theo dé nghi cia Truéng phong Nji vu huyén "
    "Thanh Lam tai Td trinh sé 214 ngay 05 thang 3 nim 2024 vé viéc phé duyét ké hoach s6 hda "
    "hé so, giay td, két qua giai quyét tha tuc hanh chinh con hi¢u luc; yéu cdu cac x4, thi tran"
)
ENGLISH = (
    "The committee shall review every application within ten working days and notify the "
    "applicant in writing of its decision together with the reasons for any refusal given."
)
TCVN3_AS_LATIN_1 = (
    "C«ng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc, ñy ban nh©n d©n huyÖn "
    "Thanh L©m th«ng b¸o kÕt qu¶ gi¶i quyÕt hå s¬ cña c«ng d©n"
)


def without_marks(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain.replace("đ", "d").replace("Đ", "D")


def misread(text, *, share, seed):
    chance = random.Random(seed)
    letters = "aeiouyâêôơưcnhtglm1l|&.,;"
    return "".join(
        chance.choice(letters) if c != " " and chance.random() < share else c for c in text
    )


SYLLABLES = (
    "ủy uỷ khuỷu quýt quỳnh quyết quốc quạnh giêng giết gì gìn già nghĩa ghế kính xoong khuya "
    "huơ ngoằn ngoèo huênh huếch tuýp yếm yêng ướt ương rượu hươu bưu hòa hoà thúy Nguyễn "
    "NGHIỆM Đắk Lắk Krông a ạ ở ý"
)
IMPOSSIBLE = (
    "hoac cac gtri ngk kga gé ghà ngi nghà chirc dat tiép tuc bàt bảp hỏc cia ngê ghu qa qoan "
    "byêm the1 x4 Kbang strict"
)


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_a_written_syllable_is_known(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", IMPOSSIBLE.split())
def test_what_cannot_be_written_so_is_no_syllable(word):
    assert not is_syllable(word)


def test_a_good_text_is_usable():
    assert text_score(OFFICE) > 0.95
    assert usable(OFFICE)


def test_a_good_text_in_separate_marks_is_as_good():
    assert text_score(unicodedata.normalize("NFD", OFFICE)) == text_score(OFFICE)


def test_capitals_are_as_good():
    assert usable(OFFICE.upper())


GARBAGE = "reader english tcvn3 unmarked unmarked-capitals latin-1 cp1252 letter-by-letter"


@pytest.mark.parametrize(
    "text",
    [
        WRONG_READER,
        ENGLISH,
        TCVN3_AS_LATIN_1,
        without_marks(OFFICE),
        without_marks(OFFICE).upper(),
        OFFICE.encode().decode("latin-1"),
        OFFICE.encode().decode("cp1252", "replace"),
        " ".join(OFFICE),
    ],
    ids=GARBAGE.split(),
)
def test_garbage_is_not_usable(text):
    assert text_score(text) < 0.2
    assert not usable(text)


@given(seed=st.integers(0, 10_000), share=st.sampled_from([0.15, 0.3]))
@settings(derandomize=True, max_examples=60)
def test_wrong_letters_are_noticed(seed, share):
    assert not usable(misread(OFFICE, share=share, seed=seed))


@given(text=st.text(), confidence=st.none() | st.floats(0, 1))
def test_every_score_is_a_share(text, confidence):
    assert 0 <= syllable_score(text) <= 1
    assert 0 <= text_score(text, confidence=confidence) <= 1


@given(text=st.text(), again=st.integers(2, 4))
@settings(derandomize=True)
def test_saying_it_again_changes_no_share(text, again):
    once, repeated = read(text), read(" ".join([text] * again))
    assert repeated.valid == pytest.approx(once.valid)
    assert repeated.marked == pytest.approx(once.marked)


@given(word=st.text(alphabet="abcdđeghiklmnopqrstuvxyăâêôơưáảạ", min_size=1, max_size=8))
def test_case_does_not_matter(word):
    assert is_syllable(word.upper()) == is_syllable(word)


def test_numbers_measures_addresses_and_abbreviations_say_nothing():
    said = read("Số 214/TTr-UBND, 12 ha, 5m2, hỏi vanthu@thanhlam.gov.vn hay thanhlam.gov.vn")
    assert said.words == 4
    assert said.valid == 1


def test_a_text_without_words_has_no_syllables_and_no_verdict():
    assert syllable_score("12/2024 – 3,5") == 0
    assert text_score("12/2024 – 3,5") == 0.5
    assert usable("")


def test_a_sure_reader_lifts_the_score_and_an_unsure_one_lowers_it():
    middling = misread(OFFICE, share=0.06, seed=3)
    unsure = text_score(middling, confidence=0.4)
    assert unsure < text_score(middling) < text_score(middling, confidence=0.95)
