"""What the page calls things. Sentences on the design come from the analysis."""

from collections.abc import Mapping
from types import MappingProxyType

from ui.widgets.drop_down import Options
from workbook.analysis.lifecycle.events import EVENT_KINDS
from workbook.analysis.lifecycle.moves import MoveKind, PossibleMove
from workbook.analysis.wording import counted
from workbook.model.draft import Draft

OWN = "+"
"""No kind looks like this: it stands for one that is yet to be named."""
NOT_SAID = ("", "Not said")

BELONGS = (
    "The eight stages as a path, where the draft stands on it, and what each gate asks for. The published "
    "cases stand beside it with the steps that their sources report."
)


MOVES: Mapping[MoveKind, str] = MappingProxyType(
    {"pause": "Pause the work", "close": "Close the partnership"}
)
"""What would not be plain by itself on a button."""


def move_words(move: PossibleMove) -> str:
    """What a button for a move says."""
    return MOVES.get(move.kind, move.words)


def kind_options(held: str = "", *, own: bool = True) -> Options:
    """The kinds of event to choose from, with the one that is held where that is in somebody's own words."""
    options = [NOT_SAID, *EVENT_KINDS.items()]
    if held and held not in EVENT_KINDS:
        options.append((held, held))
    return (*options, *([(OWN, "In your own words…")] if own else []))


def events_said(draft: Draft) -> str:
    """How many events are written down."""
    number = len(draft.lifecycle.events)
    return counted(number, "event") if number else "None written down yet"


def lessons_said(draft: Draft) -> str:
    """How the lessons begin."""
    return " ".join(draft.lifecycle.lessons.split()) or "Nothing is written yet"


def log_said(draft: Draft) -> str:
    """How many moves the log holds, and how many conditions were overridden on the way."""
    moves = draft.lifecycle.moves
    over = sum(len(move.overridden) for move in moves)
    said = counted(len(moves), "move") if moves else "No move yet"
    return f"{said}, {counted(over, 'condition')} overridden" if over else said
