"""What a page says of itself: title, place in the walk, what is edited on it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from ui.document import Document
from ui.page_view import PageView
from ui.requests import Requests


class Group(Enum):
    """The groups of steps down the left, in walking order."""

    START = ""
    DESCRIBE = "Describe"
    WIN_WIN = "Find the win-win"
    WORK = "Make it work"
    HOME = "Take home"


@dataclass(frozen=True)
class Page:
    """One step of the walk.

    `step` names the step of the completeness analysis whose state stands beside it; `edits` are the fields of
    a draft, or of the workbook, that are edited on it ("scenarios/*/scores": of any scenario), so that the
    window knows where to go for an address. Table pages (`is_table`) fold the guide away for room; a page
    that `stands_alone` has neither steps nor guide.
    """

    key: str
    title: str
    group: Group
    order: int
    icon: str
    build: Callable[[Document, Requests], PageView]
    step: str | None = None
    edits: tuple[str, ...] = ()
    is_table: bool = False
    stands_alone: bool = False
