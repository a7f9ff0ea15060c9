"""The whole answer to one draft: exact chances, the simulation, and what holds as given, side by side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbook.analysis.robustness.as_given import AsGiven, as_given
from workbook.analysis.robustness.exact import ExactChances, exact_chances
from workbook.analysis.robustness.question import Question, question
from workbook.analysis.robustness.shares import Simulation
from workbook.analysis.win_win.values import values
from workbook.analysis.win_win.verdicts import verdict
from workbook.model.draft import Draft
from workbook.model.workbook import RobustnessSettings


@dataclass(frozen=True)
class Robustness:
    """How far the verdicts on a draft hold, by scenario id and stakeholder id throughout."""

    question: Question
    settings: RobustnessSettings
    as_given: Mapping[str, AsGiven]
    exact: ExactChances
    simulation: Simulation


def robustness(
    draft: Draft,
    settings: RobustnessSettings,
    *,
    goes_on: Callable[[], bool] = lambda: True,
    progress: Callable[[int, int], object] = lambda _done, _draws: None,
) -> Robustness:
    """Work it out: a pure function of the draft and the settings. It takes about a tenth of a second.

    `goes_on` is asked, and `progress` told (draws done, draws in all), once for every thousand draws.

    Raises:
        Cancelled: `goes_on` said no (workbook.analysis.robustness.simulation).
    """
    from workbook.analysis.robustness.simulation import simulate  # loads numpy, which nothing else needs

    asked = question(draft, settings)
    simulation = simulate(asked, seed=settings.seed, draws=settings.draws, goes_on=goes_on, progress=progress)
    its_values = values(draft, settings.weights)
    verdicts = {each.id: verdict(its_values, each) for each in its_values.scenarios}
    return Robustness(
        question=asked,
        settings=settings,
        as_given={each.id: as_given(its_values, verdicts[each.id], each, asked) for each in asked.scenarios},
        exact=exact_chances(asked),
        simulation=simulation,
    )
