"""Where everything stands on the sheet on which weights and scores can be changed. Rows count from 1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.report.live_words import Legend
from workbook.analysis.win_win.values import Holder

NAME, VALUE, RED_LINE, FIRST_SCENARIO = range(4)
"""Columns, from 0."""

VERDICT_ROWS = ("verdict", "gain", "lose", "open", "crossed", "may_be_crossed")
"""What stays in view."""
FURTHER_ROWS = ("least", "most", "on_the_scale", "reported")


@dataclass(frozen=True)
class Block:
    """The rows of one stakeholder: its name and words, its value without an agreement, its interests.

    `known` is the row that says whether its weights are known; None where there is nothing to weigh.
    """

    holder: Holder
    head: int
    without: int
    known: int | None
    first: int
    last: int

    @property
    def interests(self) -> int:
        """How many it has."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class Places:
    """The rows of everything; `at` those of the verdict by name, `low` and `high` those of net values."""

    header: int
    at: Mapping[str, int]
    low_head: int
    low: Mapping[str, int]
    high_head: int
    high: Mapping[str, int]
    scores_head: int
    blocks: tuple[Block, ...]
    legend_head: int
    words: Mapping[str, int]
    lowest: int
    highest: int
    parties: int
    scenarios: int

    @property
    def last_column(self) -> int:
        """The column of the last scenario, from 0."""
        return FIRST_SCENARIO + self.scenarios - 1

    def word(self, key: str) -> str:
        """The cell that holds a word."""
        return f"$A${self.words[key]}"

    @property
    def scale(self) -> tuple[str, str]:
        """The cells that hold the lowest and the highest score."""
        return f"$B${self.lowest}", f"$B${self.highest}"

    @property
    def of_parties(self) -> tuple[Block, ...]:
        """Parties come first."""
        return self.blocks[: self.parties]


def places(header: int, holders: Sequence[Holder], scenarios: int, words: Legend) -> Places:
    """Where everything comes to stand below a header in this row."""
    row = header
    at = {}
    for name in (*VERDICT_ROWS, *FURTHER_ROWS):
        row += 1
        at[name] = row
    low_head = row = row + 1
    low = {holder.id: row + number for number, holder in enumerate(holders, 1)}
    high_head = row = row + len(holders) + 1
    high = {holder.id: row + number for number, holder in enumerate(holders, 1)}
    scores_head = row = row + len(holders) + 1
    blocks = []
    for holder in holders:
        blocks.append(_block(holder, row + 1))
        row = blocks[-1].last
    legend_head = row + 1
    listed = {key: legend_head + number for number, key in enumerate(words.words, 1)}
    lowest = legend_head + len(listed) + 1
    return Places(
        header=header,
        at=at,
        low_head=low_head,
        low=low,
        high_head=high_head,
        high=high,
        scores_head=scores_head,
        blocks=tuple(blocks),
        legend_head=legend_head,
        words=listed,
        lowest=lowest,
        highest=lowest + 1,
        parties=sum(holder.is_party for holder in holders),
        scenarios=scenarios,
    )


def _block(holder: Holder, head: int) -> Block:
    interests = len(holder.stakeholder.interests)
    known = head + 2 if interests > 1 else None
    first = head + (3 if known else 2)
    return Block(holder, head, head + 1, known, first, first + interests - 1)
