"""What the code of a procedure looks like."""

import re
from typing import Final

PROCEDURE_CODE: Final = re.compile(r"[1-3]\.\d{6}(\.\d{3}\.\d{2}\.\d{2})?(\.[A-Y]\d{2})?", re.ASCII)
"""`1.000948` of the national database, with the suffix of a unit (`.000.00.00`) and of a province
(`.H38`) where a province has adapted the procedure."""


def is_procedure_code(text: str) -> bool:
    """Tell whether a text has the form of a procedure's code; says nothing about whose it is."""
    return PROCEDURE_CODE.fullmatch(text) is not None
