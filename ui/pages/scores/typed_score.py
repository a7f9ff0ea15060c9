"""What is typed into one cell, key by key: a minus, then 2. Knows the scale, no keyboard."""

from typing import NamedTuple

from ui.forms.number_field import MINUS, read_number
from ui.pages.scores.meaning import problem_with, stepped
from workbook.model.mix import exact
from workbook.model.scores import Scale

SIGNS = {"+": 1, "-": -1, MINUS: -1}
POINTS = {".", ","}
SCORE_KEYS = frozenset("0123456789+-.,") | {MINUS}


class Answer(NamedTuple):
    """What a key comes to. `gives`: a value is to be put into the cell; `problem`: why it cannot be."""

    gives: bool = False
    value: float | None = None
    problem: str = ""


class TypedScore:
    """Remembers what has been typed so far; `forget` when another cell is in hand or time has passed."""

    def __init__(self) -> None:
        self.text = ""

    def forget(self) -> None:
        """The next key begins a number."""
        self.text = ""

    def add(self, sign: str, held: float | None, scale: Scale) -> Answer:
        """Type one more sign into a cell that holds this value.

        A plus or minus changes a score by one step; when a digit follows, it is the digit's sign.
        """
        if sign in SIGNS:
            return self._sign(sign, held, scale)
        candidate = self.text + sign
        return self._point(candidate, scale) if sign in POINTS else self._digit(candidate, scale)

    def _sign(self, sign: str, held: float | None, scale: Scale) -> Answer:
        self.text = sign
        if held is None:
            return Answer()
        value = stepped(held, SIGNS[sign], scale)
        return Answer(value != held, value)

    def _digit(self, candidate: str, scale: Scale) -> Answer:
        value = read_number(candidate)
        problem = problem_with(value, scale)
        if not problem or _may_become_a_score(value, scale):
            self.text = candidate
            return Answer(gives=not problem, value=None if problem else value)
        self.text, before = "", candidate[:-1]
        if before.strip("+-" + MINUS):  # 2, then 3, on a scale to 3: the room thinks better of it
            return self._digit(candidate[-1], scale)
        return Answer(problem=f"{problem}.")

    def _point(self, candidate: str, scale: Scale) -> Answer:
        is_whole = scale.step is not None and exact(scale.step).denominator == 1
        if is_whole:
            self.text = ""
            return Answer(problem="Scores on this scale are whole points.")
        if sum(each in POINTS for each in candidate) > 1:
            return Answer()
        self.text = candidate if candidate.strip("+-" + MINUS) not in POINTS else candidate[:-1] + "0."
        return Answer()


def _may_become_a_score(value: float, scale: Scale) -> bool:
    """Whether more digits can still make it one."""
    bound = scale.min if value < 0 else scale.max
    return bool(value) and abs(exact(value)) * 10 <= abs(exact(bound))
