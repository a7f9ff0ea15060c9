"""The formulas of the sheet on which weights and scores can be changed: the analysis once more.

Net values are rounded once, to nine decimals, before they are compared with 0: plain floats would give wrong
verdicts. A score cell that holds no number lies at the ends of the scale. Every function here is as old as
Excel, every reference is to cells, and no text stands in a formula: words are read from the cells that list
them.
"""

from exports.report.live_places import Block, Places

DECIMALS = 9
DECIMALS_OF_SUMS = 6
"""Sums are made of what was rounded already, and are for reading only."""


def net(places: Places, block: Block, column: str, *, highest: bool) -> str:
    """The lowest or the highest net value that scores, weights and gaps allow."""
    unscored = places.scale[1 if highest else 0]
    without = f"$B${block.without}"
    if block.interests < 1:
        return f"=ROUND({unscored}-{without},{DECIMALS})"
    scores = f"{column}${block.first}:{column}${block.last}"
    if block.known is None:
        score = f"{column}${block.first}"
        return f"=ROUND(IF(ISNUMBER({score}),{score},{unscored})-{without},{DECIMALS})"
    weights = f"$B${block.first}:$B${block.last}"
    is_known = (
        f"AND($B${block.known}={places.word('yes')},COUNT({weights})={block.interests},"
        f"SUM({weights})>0,MIN({weights})>=0)"
    )
    weighed = (
        f"(SUMPRODUCT({weights},{scores})+{unscored}*SUMPRODUCT({weights},1-ISNUMBER({scores})))"
        f"/SUM({weights})"
    )
    end = f"{'MAX' if highest else 'MIN'}({scores})"
    any_weights = f"IF(COUNT({scores})<{block.interests},{unscored},{end})"
    return f"=ROUND(IF({is_known},{weighed},{any_weights})-{without},{DECIMALS})"


def net_word(places: Places, block: Block, column: str) -> str:
    """What the net values mean to their holder."""
    low, high = (f"{column}${rows[block.holder.id]}" for rows in (places.low, places.high))
    word = places.word
    return (
        f"=IF({low}>0,IF({low}>=1,{word('gains')},{word('gains_little')}),"
        f"IF({high}<0,{word('loses')},"
        f"IF(AND({low}=0,{high}=0),{word('same')},"
        f"IF({low}>=0,{word('no_loss')},IF({high}<=0,{word('no_gain')},{word('open')})))))"
    )


def verdict(places: Places, column: str) -> str:
    """The class of a scenario, in words."""
    low, high = of_parties(places, column)
    crossed, may_be = (f"{column}${places.at[name]}" for name in ("crossed", "may_be_crossed"))
    word = places.word
    return (
        f"=IF(AND({crossed}+{may_be}=0,MIN({low})>=0,MAX({low})>0),"
        f"IF(MIN({low})>0,{word('all_gain')},{word('win_win')}),"
        f"IF(AND(MIN({high})<0,MAX({low})>0),{word('trade_off')},"
        f"IF(AND(MIN({high})<0,MAX({high})<=0),{word('loss_only')},"
        f"IF(AND({crossed}>0,MIN({low})>=0),{word('red_line')},"
        f"IF(AND({crossed}+{may_be}=0,MIN({low})=0,MAX({high})=0),{word('neutral')},{word('unknown')})))))"
    )


def count(places: Places, column: str, what: str) -> str:
    """How many parties gain, lose, or are not yet known."""
    low, high = of_parties(places, column)
    holds = {
        "gain": f"1*({low}>0)",
        "lose": f"1*({high}<0)",
        "open": f"1*(({low}<=0)*({high}>0)+({low}<0)*({high}>=0)>0)",
    }
    return f"=SUMPRODUCT({holds[what]})"


def red_lines(places: Places, column: str, *, crossed: bool) -> str:
    """How many red lines of parties are crossed; or may be, while their score is missing."""
    parties = places.of_parties
    rows = (parties[0].head, parties[-1].last)
    lines, scores = ("{0}${1}:{0}${2}".format(each, *rows) for each in ("$C", column))
    lowest, highest = places.scale
    has_score = f"ISNUMBER({scores})"
    if crossed:
        below = f"({has_score}*({scores}<{lines})+(1-{has_score})*({highest}<{lines}))"
    else:
        below = f"(1-{has_score})*({lowest}<{lines})*({highest}>={lines})"
    return f"=SUMPRODUCT(ISNUMBER({lines})*{below})"


def together(places: Places, column: str, *, highest: bool) -> str:
    """The sum of the parties' net values."""
    return f"=ROUND(SUM({of_parties(places, column)[1 if highest else 0]}),{DECIMALS_OF_SUMS})"


def on_the_scale(places: Places, column: str) -> str:
    """Whether every score that was entered is on the scale."""
    scores = f"{column}${places.blocks[0].head}:{column}${places.blocks[-1].last}"
    lowest, highest = places.scale
    is_on = f"AND(MIN({scores})>={lowest},MAX({scores})<={highest})"
    return f"=IF({is_on},{places.word('yes')},{places.word('no')})"


def of_parties(places: Places, column: str) -> tuple[str, str]:
    """The cells of the parties' lowest and highest net values."""
    low, high = (
        f"{column}${head + 1}:{column}${head + places.parties}"
        for head in (places.low_head, places.high_head)
    )
    return low, high
