"""The words of the sheet on which weights and scores can be changed; formulas point at their cells."""

from dataclasses import dataclass

from workbook.analysis.win_win.values import Row, Values
from workbook.analysis.win_win.verdicts import Kind, Verdict

TICK, CROSS, QUESTION, DASH = "\N{CHECK MARK}", "\N{BALLOT X}", "?", "\N{EN DASH}"
UP, DOWN = "\N{BLACK UP-POINTING TRIANGLE}", "\N{BLACK DOWN-POINTING TRIANGLE}"

YES, NO = "yes", "no"

NET_WORDS = {
    "gains": f"{UP} gains",
    "gains_little": f"{UP} gains a little",
    "loses": f"{DOWN} loses",
    "same": f"{DASH} no difference",
    "no_loss": f"{QUESTION} no loss, may gain",
    "no_gain": f"{QUESTION} no gain, may lose",
    "open": f"{QUESTION} not yet known",
}
"""What a net value means to its holder."""

VERDICT_WORDS = {
    "all_gain": f"{TICK} Win-win: everyone gains",
    "win_win": f"{TICK} Win-win: nobody loses",
    "trade_off": f"{CROSS} Trade-off: some gain, some lose",
    "loss_only": f"{CROSS} Worse than no agreement",
    "red_line": f"{CROSS} Not acceptable: red line",
    "neutral": f"{DASH} Nobody gains and nobody loses",
    "unknown": f"{QUESTION} Not yet known",
}
"""What a scenario is, by its class."""

ALONE = {"all_gain": f"{TICK} It gains", "win_win": f"{TICK} It gains"}
"""With one party alone the word win-win is not used."""

NO_PARTY = "No verdict: nobody is a party yet"

KINDS: dict[Kind, str] = {
    "win-win": "win_win",
    "trade-off": "trade_off",
    "loss-only": "loss_only",
    "red-line": "red_line",
    "neutral": "neutral",
    "undetermined": "unknown",
}


@dataclass(frozen=True)
class Legend:
    """Every word that a formula may show, by its key, in the order in which they are listed."""

    words: dict[str, str]

    def of_net(self, row: Row, values: Values) -> str:
        """The word for a net value."""
        if row.gains:
            return self.words["gains" if values.net(row).low >= 1 else "gains_little"]
        if row.loses:
            return self.words["loses"]
        if row.is_point:
            return self.words["same"]
        if row.loses is False:
            return self.words["no_loss"]
        return self.words["no_gain" if row.gains is False else "open"]

    def of_verdict(self, verdict: Verdict) -> str:
        """The word for a scenario."""
        kind = verdict.outcome.kind
        if kind is None:
            return NO_PARTY
        return self.words["all_gain" if kind == "win-win" and verdict.outcome.all_gain else KINDS[kind]]


def legend(values: Values) -> Legend:
    """The words for a draft."""
    verdicts = VERDICT_WORDS | (ALONE if len(values.parties) == 1 else {})
    return Legend({**verdicts, **NET_WORDS, "yes": YES, "no": NO})
