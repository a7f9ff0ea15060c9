"""Small workshops with gains and losses, for the pictures and the page of the win-win."""

from workbook.analysis.win_win.findings import WinWin, win_win
from workbook.library.loader import load
from workbook.model.draft import Draft

Cells = tuple[float | None, ...]
LONG = "Association of the wholesalers, auctioneers and forwarders of the Lower Valley"


def workshop(
    holders: dict[str, dict[str, float | None]],
    scenarios: dict[str, Cells],
    *,
    of_holder: dict[str, dict[str, object]] | None = None,
    of_interest: dict[str, dict[str, object]] | None = None,
    of_scenario: dict[str, dict[str, object]] | None = None,
    **more: object,
) -> Draft:
    """Interests with their weights by stakeholder; scores over all interests in order, by scenario."""
    names = [interest for weights in holders.values() for interest in weights]
    return Draft.model_validate(
        {
            "id": "d",
            "name": "City table",
            "stakeholders": [
                {
                    "id": holder.split()[0].lower(),
                    "name": holder,
                    **(of_holder or {}).get(holder, {}),
                    "interests": [
                        {"id": name, "text": name, "weight": weight, **(of_interest or {}).get(name, {})}
                        for name, weight in weights.items()
                    ],
                }
                for holder, weights in holders.items()
            ],
            "scenarios": [
                {
                    "id": name.split()[0].lower(),
                    "name": name,
                    "scores": {
                        interest: {"value": value}
                        for interest, value in zip(names, cells, strict=True)
                        if value is not None
                    },
                    **(of_scenario or {}).get(name, {}),
                }
                for name, cells in scenarios.items()
            ],
            **more,
        }
    )


def hospital_city_vendor(vendor_reputation: float | None = None) -> Draft:
    """The worked example of the definitions: a trade-off, a win-win, and one that waits for a score."""
    return workshop(
        {
            "Hospital": {"quality": 3, "cost": 1},
            "City": {"services": 1, "privacy": 1},
            "Vendor": {"revenue": 2, "reputation": 1},
        },
        {
            "Full pooling": (2, -1, 2, -3, 3, 0),
            "Trusted intermediary": (1, 0, 1, 1, 1, 1),
            "Aggregates only": (1, -2, 0, 2, 1, vendor_reputation),
        },
        of_holder={"Vendor": {"reservation_value": 0.5}},
    )


def with_residents() -> Draft:
    """A red line crossed, somebody affected who loses, and a scenario that changes nothing."""
    return workshop(
        {"City": {"privacy": None}, "Vendor": {"revenue": None}, "Residents": {"quiet": None}},
        {"Open street": (1, 2, -2), "Closed shop": (-1, 3, None), "Nothing new": (0, 0, 0)},
        of_holder={"Residents": {"standing": "affected"}},
        of_interest={"privacy": {"red_line": 2}},
    )


def nobody_agrees() -> Draft:
    """Each scenario has a loser; one change would save the second."""
    return workshop(
        {"City": {"privacy": None}, "Vendor": {"revenue": None}},
        {"All data": (-3, 3), "Some data": (-1, 2)},
    )


def alone() -> Draft:
    """One stakeholder."""
    return workshop({"City": {"privacy": None}}, {"Share": (2,), "Wait": (-1,)})


def crowd(parties: int, scenarios: int, affected: int = 0) -> Draft:
    """Many of both, with values that repeat, one gap in the third scenario, and one long name."""
    holders: dict[str, dict[str, float | None]] = {
        f"P{place} {LONG if place == 1 else 'table'}": {f"i{place}": None} for place in range(parties)
    }
    rows: dict[str, Cells] = {
        f"S{number} {'as the table by the window put it' if number == 1 else 'way'}": tuple(
            None
            if (number, place) == (2, 1)
            else float((number * 2 + place * 3) % 7 - (3 if number % 3 else 0))
            if number % 3
            else float(place % 4)
            for place in range(parties)
        )
        for number in range(scenarios)
    }
    rows = {
        name: tuple(None if c is None else max(-3.0, min(3.0, c)) for c in cells)
        for name, cells in rows.items()
    }
    outside = list(holders)[parties - affected :]
    return workshop(holders, rows, of_holder={name: {"standing": "affected"} for name in outside})


def found(draft: Draft) -> WinWin:
    """What the analysis says."""
    return win_win(draft, load())
