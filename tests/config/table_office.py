"""An area that takes tables, as `motcua import` calls it."""

from motcua.foundation.errors import NotUtf8
from motcua.foundation.importing import ImportReport, RefusedRow

SENTENCE = "Không có đơn vị cấp trên H23.9."


def import_file(path, *, at):
    assert at.tzinfo is not None
    if path.name == "latin.csv":
        raise NotUtf8(name=path.name)
    rows = path.read_text("utf-8").splitlines()[1:]
    refused = tuple(
        RefusedRow(number=number, field="parent", code="organisation.no_parent", sentence=SENTENCE)
        for number, row in enumerate(rows, start=2)
        if row == "bad"
    )
    return ImportReport(
        name=path.name, accepted=rows.count("new"), unchanged=rows.count("known"), refused=refused
    )
