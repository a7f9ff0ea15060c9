"""The component sheet: every widget in one window, to be looked at.

python tests/ui/widgets/gallery.py FOLDER        pictures in the three modes, at 100 and 200 % text
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.theme.look import install_look, look
from ui.theme.tokens import MODES
from ui.widgets import (
    Button,
    CaseTile,
    Citation,
    ConfidenceDots,
    DraftTile,
    EmptyState,
    FieldLabel,
    Figure,
    FlowLayout,
    Glyph,
    Hairline,
    Heading,
    IconButton,
    MixBar,
    Pill,
    Popover,
    Segmented,
    Sentence,
    StepMark,
    Stepper,
    Way,
    WhyMark,
    WhyPanel,
    strong,
)
from ui.widgets.painting import SIGNS
from workbook.analysis.finding import Finding, Input

RESOURCE, ISSUE, SECTOR = (sign.id for sign in SIGNS)
WHY = Finding(
    id="similarity.a.flowminder",
    words="The City table and Flowminder are alike: 66 of 100.",
    value=0.66,
    unit="share",
    rule="On each dimension we count the part of the two mixes that is the same, then average.",
    inputs=(
        Input(name="Primary interest", value=0.7, address="drafts/a/dimensions/primary_interest"),
        Input(name="Contextual factors", value=0.63, address="drafts/a/dimensions/contextual_factors"),
        Input(name="Source of the problem", value=1.0),
        Input(name="Timeframes", value=0.3),
        Input(name="Dimensions compared", value=7),
        Input(name="Sense-making theme", value=None),
    ),
    citation="The mixes are our coding of Susha et al. 2019, Table 4. Copy the case to recode it.",
)


class NoRequests:
    """Nothing is asked of a window that is not there."""

    def explain(self, *asked: object) -> None:
        """Nobody answers."""


class Sheet(QWidget):
    """The components on the paper of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Components")
        columns = QHBoxLayout(self)
        columns.setContentsMargins(*[look().px(40)] * 4)
        columns.setSpacing(look().px(64))
        for parts in (LEFT, RIGHT):
            column = QVBoxLayout()
            column.setSpacing(look().px(8))
            for title, make in parts:
                if title:
                    column.addWidget(Sentence(title, "section", "muted"))
                _add(column, make())
                column.addSpacing(look().px(12))
            column.addStretch(1)
            columns.addLayout(column, 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().colour("surface"))


def _add(column: QVBoxLayout, made: QWidget | QLayout) -> None:
    if isinstance(made, QWidget):
        column.addWidget(made)
    else:
        column.addLayout(made)


def _flow(*widgets: QWidget, gap: int = 10) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, gap)
    for widget in widgets:
        flow.addWidget(widget)
    return holder


def _beside(sign: QWidget, words: str, role: str = "body_medium") -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(8))
    row.addWidget(sign)
    row.addWidget(Sentence(words, role), 1)
    return holder


def _platforms() -> QLayout:
    grid = QGridLayout()
    for row, sign in enumerate(SIGNS):
        for at, size in enumerate((28, 20, 14)):
            grid.addWidget(Glyph(sign.id, size), row, at, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(Glyph(sign.id, 20, outlined=True), row, 3)
        grid.addWidget(Sentence(sign.full, "body_strong", f"{sign.id}_ink"), row, 4)
        bar = MixBar()
        bar.set_shares({sign.id: 1})
        bar.setMaximumWidth(look().px(56))
        grid.addWidget(bar, row, 5)
        grid.addWidget(Pill("We lean here", "outlined", sign.id, "corner-down-right"), row, 6)
        grid.addWidget(Pill("Our pick", "filled", sign.id, "check"), row, 7)
    grid.setColumnStretch(4, 1)
    return grid


def _mix(words: str, shares: dict[str, float] | None, beside: dict[str, float] | None = None) -> QLayout:
    column = QVBoxLayout()
    bar = MixBar()
    bar.set_shares(shares, beside)
    column.addWidget(bar)
    column.addWidget(Sentence(words, "secondary", "muted"))
    return column


def _mixes() -> QLayout:
    row = QHBoxLayout()
    row.addLayout(_mix("Mostly Resource", {RESOURCE: 0.7, ISSUE: 0.3}))
    row.addLayout(_mix("Issue and Sector", {ISSUE: 0.5, SECTOR: 0.5}))
    row.addLayout(_mix("Mostly Issue", {RESOURCE: 0.25, ISSUE: 0.62, SECTOR: 0.13}))
    row.addLayout(_mix("A trace of Sector", {RESOURCE: 0.9, ISSUE: 0.09, SECTOR: 0.01}))
    row.addLayout(_mix("Not placed", None))
    return row


def _headline() -> QWidget:
    bar = MixBar(headline=True)
    bar.set_shares({RESOURCE: 0.35, ISSUE: 0.52, SECTOR: 0.13})
    return bar


def _votes() -> QWidget:
    bar = MixBar(headline=True)
    bar.set_shares({RESOURCE: 2 / 8, ISSUE: 5 / 8, SECTOR: 1 / 8}, figures={RESOURCE: 2, ISSUE: 5, SECTOR: 1})
    return bar


def _shared() -> QLayout:
    anchor = {RESOURCE: 0.3, ISSUE: 0.7}
    row = QHBoxLayout()
    row.addLayout(_mix("the anchor", anchor))
    row.addLayout(_mix("70 of 100 shared", {ISSUE: 1}, anchor))
    row.addLayout(_mix("60 of 100 shared", {RESOURCE: 0.7, ISSUE: 0.3}, anchor))
    row.addLayout(_mix("20 of 100 shared", {ISSUE: 0.2, SECTOR: 0.8}, anchor))
    return row


def _cases() -> QWidget:
    return _flow(
        _beside(CaseTile("floraholland", 28), "FloraHolland"),
        _beside(CaseTile("flowminder", 28), "Flowminder"),
        _beside(CaseTile("nys_food_traceability", 28), "New York State"),
        _beside(CaseTile("red_angel", 28), "Red Angel"),
        _beside(DraftTile("A", "current", 28), "This draft"),
        _beside(DraftTile("B", "other", 28), "Another draft"),
        *(CaseTile(case, 18) for case in ("floraholland", "flowminder", "nys_food_traceability", "almaty")),
        DraftTile("A", "current", 18),
        DraftTile("W", "other", 18),
        gap=16,
    )


def _steps() -> QWidget:
    return _flow(
        _beside(StepMark(0), "Empty"),
        _beside(StepMark(0.3), "Begun"),
        _beside(StepMark(0.8), "Nearly there"),
        _beside(StepMark(1), "Complete"),
        gap=18,
    )


def _figures() -> QWidget:
    requests = NoRequests()
    return _flow(
        Figure("66 of 100 alike", WHY, requests),
        Figure("+1.86", WHY, requests, "score", "gain_ink"),
        WhyMark(WHY, requests, "Why this profile?"),
        Pill("Company"),
        Pill("Holds the data"),
        IconButton("plus", "Add a role"),
        gap=12,
    )


def _empty() -> QWidget:
    return EmptyState(
        "Nothing is scored yet.",
        "Every party says what each scenario would do for each of its interests: better, worse, or no "
        "different from making no agreement.",
        (
            Way("Score by keyboard", "pencil", _nothing, "Digits and minus; blank stays “not scored”"),
            ("Ask each party", "users", _nothing),
        ),
    )


def _type() -> QLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    city = strong("social-issue")
    column.addWidget(Sentence(f"The City table most resembles a {city} partnership.", "verdict"))
    column.addWidget(Heading("Page title 24"))
    column.addWidget(Sentence("Question to the room 17, medium", "question"))
    column.addWidget(Sentence("Position in plain words 18", "position"))
    column.addWidget(Sentence("Body 14. Every figure answers “why this number?”"))
    column.addWidget(Sentence("Secondary 13: a sentence that says more, and wraps.", "secondary", "muted"))
    column.addWidget(Citation("Citation 12. Susha et al. 2019, Table 4"))
    column.addWidget(Hairline())
    return column


def _actions() -> QWidget:
    off = Button("Not now")
    off.setEnabled(False)
    room = Button("Show in Room", "primary", "presentation")
    focused = Button("Focused")
    focused.setObjectName("focused")
    undo = IconButton("undo-2", "Undo", shortcut="Ctrl+Z")
    redo = IconButton("redo-2", "Redo", shortcut="Ctrl+Y")
    redo.setEnabled(False)
    ghost = Button("Open…", "ghost", "folder-open")
    return _flow(room, Button("Try it"), ghost, focused, off, undo, redo)


def _fields() -> QLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(look().px(12))
    name = QLineEdit("Reputation")
    grid.addWidget(FieldLabel("Interest", name), 0, 0)
    grid.addWidget(name, 1, 0)
    add = QLineEdit()
    add.setPlaceholderText("Add an interest, then Enter.")
    grid.addWidget(FieldLabel("More", add), 0, 1)
    grid.addWidget(add, 1, 1)
    words = QPlainTextEdit("Ambulance routing first. Gains of the company follow if residents accept.")
    words.setFixedHeight(look().px(64))
    grid.addWidget(words, 2, 0)
    choice = QComboBox()
    choice.addItems(["FloraHolland", "Flowminder"])
    grid.addWidget(choice, 2, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def _choices() -> QWidget:
    ticked, unticked, partly = QCheckBox("Scores"), QCheckBox("Cases"), QCheckBox("All")
    ticked.setChecked(True)
    partly.setTristate(True)
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    this, that = QRadioButton("This draft"), QRadioButton("All drafts")
    this.setChecked(True)
    count = QSpinBox()
    count.setValue(8)
    return _flow(ticked, unticked, partly, this, that, count, gap=14)


def _controls() -> QWidget:
    options = (("pick", "Pick"), ("lean", "Pick with a lean"), ("votes", "Votes"))
    return _flow(
        Segmented(options, "lean", "Way of entry"),
        Stepper(2, 8, "Votes for Resource"),
        Stepper(0, 8, "Votes for Issue"),
        ConfidenceDots("discussed"),
        ConfidenceDots(None),
        gap=16,
    )


def _nothing() -> None:
    """A way in that leads nowhere."""


LEFT = (
    ("Platforms: hue, shape and letter", _platforms),
    ("Mixes: always in the order Resource, Issue, Sector", _mixes),
    ("As a headline, and with votes", _headline),
    ("", _votes),
    ("Beside an anchor, solid is what both share", _shared),
    ("Reference cases are filled, drafts are outlined; the one you are in is solid ink", _cases),
    ("Figures that can be asked; roles", _figures),
    ("Steps", _steps),
    ("Empty state", _empty),
)
RIGHT = (
    ("Type: Inter, and Inter Display from 18 up", _type),
    ("Actions", _actions),
    ("Fields", _fields),
    ("Choices", _choices),
    ("Views, votes, confidence", _controls),
)


def sheet(width: int) -> Sheet:
    """The sheet, shown in full, with the keyboard on one button."""
    made = Sheet()
    made.resize(width, made.heightForWidth(width))
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    made.findChildren(QWidget, "focused")[0].setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return made


def main(arguments: Sequence[str]) -> None:
    """Write the pictures."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for mode in MODES:
        for scale in (1.0, 2.0):
            install_look(app, mode, scale)
            made = sheet(round(1280 * scale))
            made.grab().save(str(folder / f"components_{mode}_{round(scale * 100)}.png"))
            Popover("Why 66 of 100 alike?", WhyPanel(WHY)).show_beside(made.findChildren(MixBar)[6])
            app.processEvents()
            made.grab().save(str(folder / f"popover_{mode}_{round(scale * 100)}.png"))
            made.deleteLater()
            app.processEvents()


if __name__ == "__main__":
    main(sys.argv[1:])
