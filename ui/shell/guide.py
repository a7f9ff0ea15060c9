"""The guide at the right: the question to put to the room, and what each case did where the room is now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.page_view import CaseNote, Topic
from ui.theme.look import look
from ui.widgets import CaseTile, Citation, Hairline, IconButton, MixBar, ScrollArea, Sentence
from ui.widgets.laid_out import nest
from ui.widgets.painting.tiles import case_letters
from workbook.analysis.profile import mean_shares
from workbook.analysis.subject import Shares, case_subject
from workbook.library.loader import load
from workbook.model.case import Case
from workbook.model.workbook import Workbook

WIDTH, RAIL = 288, 52


class CaseEntry(QWidget):
    """One case in the guide: tile, name, mix, what it did, and where that is said."""

    def __init__(self, case: Case, note: CaseNote, shares: Shares | None) -> None:
        super().__init__()
        px = look().px
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(CaseTile(case.id, 20, case_letters(case.label)))
        name = Sentence(case.label, "body_strong")
        head.addWidget(name, 1)
        if shares is not None:
            bar = MixBar()
            bar.set_shares({str(platform): share for platform, share in shares.items()})
            bar.set_name(f"Mix of {case.label}")
            bar.setFixedWidth(px(62))
            head.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        nest(column, head)
        column.addWidget(Sentence(note.text, "secondary", "text"))
        column.addWidget(Citation(note.citation))


class Guide(QWidget):
    """Question, what it is about, and the cases. `hide_wanted`: the user wants the room it takes."""

    hide_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide")
        self.setAccessibleName("Guide")
        self._scroller = ScrollArea()
        self._body = QWidget()
        self._hide = IconButton("panel-right", "Hide the guide")
        self._hide.clicked.connect(self.hide_wanted)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroller)
        self._topic: Topic | None = None
        self._workbook: Workbook | None = None
        look().changed.connect(self._rebuild)

    def show_topic(self, topic: Topic | None, workbook: Workbook) -> None:
        """Talk about what is in hand. Nothing is rebuilt when it is the same as before."""
        is_same = topic == self._topic and (
            self._workbook is not None and workbook.own_cases == self._workbook.own_cases
        )
        self._topic, self._workbook = topic, workbook
        if not is_same:
            self._rebuild()

    def _rebuild(self) -> None:
        px = look().px
        self.setFixedWidth(px(WIDTH))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(px(20), px(16), px(18), px(16))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        bubble = QLabel()
        bubble.setPixmap(look().icon("message-circle"))
        head.addWidget(bubble)
        head.addWidget(Sentence("Ask the room", "group", "muted"), 1)
        self._hide = IconButton("panel-right", "Hide the guide")
        self._hide.clicked.connect(self.hide_wanted)
        head.addWidget(self._hide)
        nest(column, head)
        if self._topic is not None and self._workbook is not None:
            column.addWidget(Sentence(self._topic.question, "question"))
            column.addWidget(Sentence(self._topic.about, "secondary", "muted"))
            self._add_cases(column, self._topic, self._workbook)
        column.addStretch(1)
        # Not deleted at once, as setWidget would: the focus may just be leaving it, and Qt still names it.
        before: QWidget | None = self._scroller.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self._scroller.setWidget(body)
        self._body = body

    def _add_cases(self, column: QVBoxLayout, topic: Topic, workbook: Workbook) -> None:
        if not topic.cases:
            return
        column.addSpacing(look().px(6))
        column.addWidget(Hairline())
        column.addWidget(Sentence("What the cases did", "group", "muted"))
        cases = {case.id: case for case in (*load().cases, *workbook.own_cases)}
        for place, note in enumerate(topic.cases):
            case = cases[note.case_id]
            if place:
                column.addWidget(Hairline())
            column.addWidget(CaseEntry(case, note, _shares(case, topic)))


class GuideRail(QWidget):
    """The folded guide: it keeps the case tiles in view. `open_wanted`: the user wants to read it."""

    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guideRail")
        self.setAccessibleName("Guide, folded")
        self._column = QVBoxLayout(self)
        self._case_ids: tuple[str, ...] = ()
        look().changed.connect(self._rebuild)

    def show_cases(self, case_ids: Sequence[str]) -> None:
        """Keep the tiles of these cases in view."""
        if tuple(case_ids) != self._case_ids:
            self._case_ids = tuple(case_ids)
            self._rebuild()

    def _rebuild(self) -> None:
        px = look().px
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setFixedWidth(px(RAIL))
        self._column.setContentsMargins(0, px(16), 0, px(16))
        self._column.setSpacing(px(12))
        opener = IconButton("message-circle", "Show the guide")
        opener.clicked.connect(self.open_wanted)
        self._column.addWidget(opener, 0, Qt.AlignmentFlag.AlignHCenter)
        for case_id in self._case_ids:
            self._column.addWidget(CaseTile(case_id, 26), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)


def _shares(case: Case, topic: Topic) -> Shares | None:
    subject = case_subject(case)
    if topic.dimension is not None:
        return subject.shares[topic.dimension]
    return mean_shares(shares for shares in subject.shares.values() if shares is not None)
