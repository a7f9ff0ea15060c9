"""Hypothesis strategies for tables small enough to try out every way in which they may turn out."""

from typing import Any

from hypothesis import strategies as st

from workbook.model.draft import Draft

POINTS = (-1, 0, 1)
WIDE = (-4, -3, -2, -1, 0, 1, 2, 3, 4)


@st.composite
def grids(  # noqa: PLR0913 - each may be left out
    draw: st.DrawFn,
    *,
    most_gaps: int = 4,
    points: tuple[int, ...] = POINTS,
    may_be_unknown: bool = False,
    red_lines: bool = True,
    most_parties: int = 3,
    most_scenarios: int = 4,
) -> Draft:
    """A draft of parties only, with gaps, red lines and (if asked for) unknown weights."""
    stakeholders: list[dict[str, Any]] = [
        {
            "id": f"s{at}",
            "reservation_value": draw(st.sampled_from([0, 0, 0, 0.5, -0.5, 1, 0.3])),
            "weights_known": draw(st.sampled_from(["given", "order", "unknown"]))
            if may_be_unknown
            else "given",
            "interests": [
                {
                    "id": f"s{at}i{each}",
                    "weight": draw(st.sampled_from([1, 1, 2, 0.1] if each == 0 else [1, 2, 3, 0.2, 0])),
                    "red_line": draw(st.sampled_from([None, None, None, 0, 1])) if red_lines else None,
                }
                for each in range(draw(st.integers(1, 2)))
            ],
        }
        for at in range(draw(st.integers(1, most_parties)))
    ]
    names = [each["id"] for holder in stakeholders for each in holder["interests"]]
    scenarios = [f"c{at}" for at in range(draw(st.integers(1, most_scenarios)))]
    cells = [(scenario, name) for scenario in scenarios for name in names]
    gaps = draw(st.lists(st.sampled_from(cells), unique=True, max_size=most_gaps))
    return Draft.model_validate(
        {
            "id": "d",
            "scale": {"min": points[0], "max": points[-1], "step": 1},
            "stakeholders": stakeholders,
            "scenarios": [
                {
                    "id": scenario,
                    "scores": {
                        name: {"value": draw(st.sampled_from(points))}
                        for name in names
                        if (scenario, name) not in gaps
                    },
                }
                for scenario in scenarios
            ],
        }
    )


def with_score(draft: Draft, scenario: str, interest: str, value: float | None) -> Draft:
    """The draft with another score."""
    document: dict[str, Any] = draft.model_dump(mode="json", by_alias=True)
    for each in document["scenarios"]:
        if each["id"] == scenario:
            each["scores"][interest] = {"value": value}
    return Draft.model_validate(document)
