"""The record of the workshop: what was decided, asked, thought of and promised."""

from workbook.model.record import Date, Item, Text, YesNo
from workbook.model.vocabulary import NoteKind


class Note(Item):
    """One entry of the record, with the page it was taken down on."""

    kind: NoteKind = "idea"
    text: Text = ""
    page: Text = ""
    owner: Text = ""
    due: Date | None = None
    done: YesNo = False
