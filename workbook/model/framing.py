"""What the partnership is about, as agreed in the room."""

from workbook.model.record import Record, Text
from workbook.model.vocabulary import Voluntary


class Framing(Record):
    """The societal problem, what the public would gain, the data sought, and the borders of the talk."""

    societal_problem: Text = ""
    public_value: Text = ""
    data_sought: Text = ""
    setting: Text = ""
    out_of_scope: Text = ""
    voluntary: Voluntary | None = None
