"""What every page is: a view of the document, which also says what the guide should talk about."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.document import Change, Document
from ui.requests import Requests
from workbook.editing import Address
from workbook.model.vocabulary import DimensionId


@dataclass(frozen=True)
class CaseNote:
    """What one reference case did where the room is now, with its source."""

    case_id: str
    text: str
    citation: str


@dataclass(frozen=True)
class Topic:
    """What the guide talks about: the question to put to the room, what it is about, and what each case did.

    `dimension` is the one whose mixes the guide shows beside the cases; None stands for the whole profile.
    """

    question: str
    about: str
    cases: tuple[CaseNote, ...] = ()
    dimension: DimensionId | None = None


class PageView(QWidget):
    """A page on the screen. It shows a state and sends edits; it opens no file and knows no other page."""

    topic_changed = Signal()
    """Another field is in hand, so the guide should talk about something else."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__()
        self.document = document
        self.requests = requests

    def refresh(self, change: Change | None) -> None:
        """Show the document's state. `change` says what differs since last time; None: everything may.

        The window calls this on every change while the page is visible, and when it is visited.
        """

    def topic(self) -> Topic | None:
        """What the guide should talk about now; None leaves it empty."""
        return None

    def reveal(self, address: Address) -> bool:
        """Bring the field of an address into view and give it the focus; False when there is none."""
        del address
        return False
