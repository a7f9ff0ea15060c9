"""What a scenario means to a stakeholder in a word or two, for where there is room for no more."""

from typing import Literal, NamedTuple

from workbook.analysis.win_win.naming import points
from workbook.analysis.win_win.telling import is_worth
from workbook.analysis.win_win.values import ScenarioValues, Values

Effect = Literal["gain", "loss", "even", "open"]
"""Better off than without an agreement, worse off, neither, or not yet known."""


class InShort(NamedTuple):
    """Such as "gains a little"; `size` in points on the scale, empty where it is not known or nothing."""

    words: str
    effect: Effect
    size: str = ""

    @property
    def sized(self) -> str:
        """Words first, then the digits: "gains a little 0.5"."""
        return f"{self.words} {self.size}".strip()


def in_short(values: Values, scenario: ScenarioValues, holder: str) -> InShort:
    """What a scenario means to a party or somebody affected."""
    row = scenario.rows[holder]
    net = values.net(row)
    size = points(net.low) if net.is_point and net.low else ""
    if row.loses:
        return InShort("loses", "loss", size)
    if row.gains:
        return InShort(is_worth(net.low), "gain", size)
    return InShort("no different", "even") if row.is_point else InShort("not yet known", "open")
