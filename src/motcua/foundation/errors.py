"""What is refused about a file that somebody brings."""

from motcua.kernel.errors import Invalid


class SheetRefused(Invalid):
    """The file is not taken, as a whole."""

    code = "foundation.sheet_refused"


class SheetTooLarge(SheetRefused):
    """The file is larger than `limit` bytes, packed or unpacked."""

    code = "foundation.sheet_too_large"


class NotATable(SheetRefused):
    """The file is neither a CSV nor an XLSX that can be read; `row` tells how far it could."""

    code = "foundation.sheet_not_a_table"


class OldWorkbook(SheetRefused):
    """The file is of Excel before 2007, or locked with a password: both look the same."""

    code = "foundation.sheet_old_workbook"


class NotUtf8(SheetRefused):
    """The letters of a CSV are not in UTF-8."""

    code = "foundation.sheet_not_utf8"


class HostileWorkbook(SheetRefused):
    """The workbook holds what no table needs: `found` names macros or entities or parts."""

    code = "foundation.sheet_hostile"


class HeadingWrong(SheetRefused):
    """The first row lacks columns (`missing`) or names one twice (`twice`)."""

    code = "foundation.sheet_heading_wrong"


class TooManyRows(SheetRefused):
    """The table has more than `limit` rows; empty ones far down count too."""

    code = "foundation.sheet_too_many_rows"


class TooManyColumns(SheetRefused):
    """The table has more than `limit` columns."""

    code = "foundation.sheet_too_many_columns"
