"""What the rules of this analysis rest on: short names, as findings cite them, and the full references."""

from workbook.library.entries import Source

NASH = "Nash 1950"
KALAI_SMORODINSKY = "Kalai & Smorodinsky 1975"
IMAI = "Imai 1983"
CHANG_LIANG = "Chang & Liang 1998"
MARIOTTI = "Mariotti 1998"
MAXIMUM_NASH_WELFARE = "Caragiannis et al. 2019"
MISSING_CONSEQUENCES = "Jimenez, Mateos & Rios-Insua 2009"
ROBUST_ORDINAL = "Corrente, Greco & Slowinski 2012"
NEGOTIATION_ANALYSIS = "Raiffa, Richardson & Metcalfe 2002"
MULTIPLE_OBJECTIVES = "Keeney & Raiffa 1976"
OURS = "Our own rule"


def _cited(source_id: str, short_name: str, year: str, title: str, venue: str) -> Source:
    return Source(
        id=source_id,
        short_name=short_name,
        kind="cited",
        authors=short_name.removesuffix(f" {year}"),
        year=year,
        title=title,
        venue=venue,
        note="Where a rule of the win-win analysis comes from.",
    )


SOURCES: tuple[Source, ...] = (
    _cited("nash_1950", NASH, "1950", "The Bargaining Problem", "Econometrica, 18"),
    _cited(
        "kalai_smorodinsky_1975",
        KALAI_SMORODINSKY,
        "1975",
        "Other Solutions to Nash's Bargaining Problem",
        "Econometrica, 43",
    ),
    _cited(
        "imai_1983",
        IMAI,
        "1983",
        "Individual Monotonicity and Lexicographic Maxmin Solution",
        "Econometrica, 51",
    ),
    _cited(
        "chang_liang_1998",
        CHANG_LIANG,
        "1998",
        "",
        "On the lexicographic Kalai-Smorodinsky solution for three parties. Mathematical Social Sciences",
    ),
    _cited(
        "mariotti_1998",
        MARIOTTI,
        "1998",
        "Nash bargaining with finitely many alternatives",
        "Social Choice and Welfare, 15",
    ),
    _cited(
        "caragiannis_2019",
        MAXIMUM_NASH_WELFARE,
        "2019",
        "The Unreasonable Fairness of Maximum Nash Welfare",
        "ACM Transactions on Economics and Computation",
    ),
    _cited(
        "jimenez_2009",
        MISSING_CONSEQUENCES,
        "2009",
        "",
        "On missing consequences in decision analysis with several attributes. Omega, 37",
    ),
    _cited("corrente_2012", ROBUST_ORDINAL, "2012", "", "On robust ordinal regression"),
    _cited("raiffa_2002", NEGOTIATION_ANALYSIS, "2002", "Negotiation Analysis", "Harvard University Press"),
    _cited(
        "keeney_raiffa_1976",
        MULTIPLE_OBJECTIVES,
        "1976",
        "Decisions with Multiple Objectives",
        "Wiley",
    ),
)
"""Full references as far as we know them. None of them was read for this program: they are cited."""
