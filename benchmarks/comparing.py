"""Comparing many drafts with all cases: the work must grow with the number of drafts and no faster.

Run from the root of the repository: python -m benchmarks.comparing

Goals: 1,000 drafts cost about ten times what 100 cost, and take less than a second.
"""

import gc
import time
from collections.abc import Callable

from tests.builders import three_drafts
from workbook.analysis.comparison import Comparison, compare, compare_with_cases, subjects
from workbook.analysis.headings import HEADINGS
from workbook.library.loader import load
from workbook.model.mix import Mix
from workbook.model.vocabulary import DIMENSIONS
from workbook.model.workbook import Workbook

FEW, MANY, ROOMS = 100, 1000, 20
ROUNDS = 5
LIBRARY = load()
ALL_CASES = [case.id for case in LIBRARY.cases]


def many_drafts(number: int) -> Workbook:
    """Drafts as full as those of the example, each with a position of its own on one dimension."""
    example = three_drafts()
    drafts = []
    for place in range(number):
        model = example.drafts[place % len(example.drafts)]
        first = place % 101
        mix = Mix(resource_dependence=first / 100, social_issue=(100 - first) / 100)
        dimension = DIMENSIONS[place % len(DIMENSIONS)]
        position = getattr(model.dimensions, dimension).replace(mix=mix, votes=None)
        dimensions = model.dimensions.replace(**{dimension: position})
        drafts.append(model.replace(id=f"draft-{place}", name=f"Draft {place}", dimensions=dimensions))
    return Workbook(drafts=tuple(drafts))


def seconds(*works: Callable[[], Comparison]) -> list[float]:
    """The least disturbed of some rounds of each, run in turn so that a slow moment hits them alike."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, times in zip(works, taken, strict=True):
            gc.collect()
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
    return [min(times) for times in taken]


def with_cases(workbook: Workbook) -> Comparison:
    """Every draft with every case."""
    columns = subjects(workbook, LIBRARY, case_ids=ALL_CASES)
    return compare_with_cases(columns, LIBRARY, workbook.own_entries)


def under_every_heading(comparison: Comparison) -> Comparison:
    """With what they have in common under each heading, which is worked out only when asked for."""
    assert len(comparison.groups) == len(HEADINGS)
    return comparison


def with_one_another(workbook: Workbook) -> Comparison:
    """Every draft and case with every other."""
    return compare(subjects(workbook, LIBRARY, case_ids=ALL_CASES), LIBRARY, workbook.own_entries)


def main() -> None:
    """Print the figures of one run."""
    few, many, rooms = many_drafts(FEW), many_drafts(MANY), many_drafts(ROOMS)
    cases, columns = len(ALL_CASES), ROOMS + len(ALL_CASES)
    assert len(with_cases(few).pairs) == FEW * cases
    assert len(with_one_another(rooms).pairs) == columns * (columns - 1) // 2
    smaller, larger, all_smaller, all_larger, pairwise = seconds(
        lambda: with_cases(few),
        lambda: with_cases(many),
        lambda: under_every_heading(with_cases(few)),
        lambda: under_every_heading(with_cases(many)),
        lambda: under_every_heading(with_one_another(rooms)),
    )
    print(f"Similarity, its explanation and the nearest of {cases} cases:")
    print(f"  {FEW:5} drafts {smaller:7.3f} s")
    print(f"  {MANY:5} drafts {larger:7.3f} s (goal: below 1 s)")
    print(f"  ratio {larger / smaller:.1f} (goal: about {MANY // FEW}, linear)")
    print("The same and what every pair has in common under each heading:")
    print(f"  {FEW:5} drafts {all_smaller:7.3f} s")
    print(f"  {MANY:5} drafts {all_larger:7.3f} s, ratio {all_larger / all_smaller:.1f}")
    print(f"{ROOMS} drafts and {cases} cases with one another under every heading: {pairwise:.3f} s")


if __name__ == "__main__":
    main()
