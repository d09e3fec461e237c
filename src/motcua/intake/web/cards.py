"""What may be wrong with the line of an identity card, in words for whoever holds the scanner."""

from typing import Final

from django.utils.translation import gettext_lazy

from motcua.intake.errors import CardUnreadable
from motcua.intake.rules.chip_card import CardFault

CARD_FAULTS: Final = {
    CardFault.EMPTY: gettext_lazy("Máy quét không gửi gì."),
    CardFault.TOO_LONG: gettext_lazy("Dòng quét quá dài, có thể hai thẻ đã được quét liền nhau."),
    CardFault.PARTS: gettext_lazy("Dòng quét thiếu phần cuối, hoặc không phải mã QR của thẻ."),
    CardFault.NUMBER: gettext_lazy("Số định danh trên dòng quét không đúng dạng."),
    CardFault.OLD_NUMBER: gettext_lazy("Số chứng minh nhân dân cũ trên dòng quét không đúng dạng."),
    CardFault.NAME: gettext_lazy(
        "Họ tên có ký tự lạ: máy quét chưa đặt bàn phím tiếng Việt (Unicode)."
    ),
    CardFault.BIRTH: gettext_lazy("Ngày sinh trên dòng quét không đọc được."),
    CardFault.SEX: gettext_lazy("Giới tính trên dòng quét không đọc được."),
    CardFault.ISSUED: gettext_lazy("Ngày cấp trên dòng quét không đọc được."),
    CardFault.CONTRADICTION: gettext_lazy(
        "Số định danh không khớp với giới tính hoặc năm sinh trên cùng dòng quét."
    ),
}


def card_in_words(refused: CardUnreadable) -> str:
    """Return which part of the line is wrong."""
    return str(CARD_FAULTS[CardFault(str(refused.facts["why"]))])
