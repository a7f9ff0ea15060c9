"""Everything the analysis says about one draft: the object that window, command line and report show."""

import datetime as dt
from collections.abc import Iterable

from workbook.analysis.completeness import StepCompleteness, completeness
from workbook.analysis.delivery.findings import Delivery, delivery
from workbook.analysis.finding import Finding
from workbook.analysis.follows import Follows, what_follows
from workbook.analysis.lifecycle.findings import LifecycleAnalysis, lifecycle
from workbook.analysis.obstacles.findings import Obstacles, obstacles
from workbook.analysis.profile import Profile, profile
from workbook.analysis.subject import draft_subject
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.vocabulary import WeightsKnown
from workbook.model.workbook import OwnEntry


class DesignAnalysis(Record):
    """The findings on one draft, by the question asked."""

    draft: str
    profile: Profile
    follows: tuple[Follows, ...]
    completeness: tuple[StepCompleteness, ...]
    obstacles: Obstacles
    lifecycle: LifecycleAnalysis
    delivery: Delivery | None
    """None where it was not said which day it is: it could not be told what is overdue."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them: platform, what follows, completeness, obstacles, lifecycle, delivery."""
        return (
            *self.profile.findings,
            *(finding for each in self.follows for finding in each.findings),
            *(step.finding for step in self.completeness),
            *self.obstacles.findings,
            *self.lifecycle.findings,
            *(() if self.delivery is None else self.delivery.findings),
        )


def analyse(
    draft: Draft,
    library: Library,
    today: dt.date | None = None,
    weights: WeightsKnown | None = None,
    own_entries: Iterable[OwnEntry] = (),
) -> DesignAnalysis:
    """Ask a draft every question there is.

    Without `today` nothing is said to be overdue, nor of what a scenario delivers. `weights` stands in for
    what each stakeholder says about its weights where a gate asks for a win-win.
    """
    subject, own = draft_subject(draft), tuple(own_entries)
    its_profile = profile(subject, library)
    follows = what_follows(subject, its_profile, library)
    return DesignAnalysis(
        draft=draft.id,
        profile=its_profile,
        follows=follows,
        completeness=completeness(draft, library),
        obstacles=obstacles(draft, library, own),
        lifecycle=lifecycle(draft, library, today, weights, [each.platform for each in follows]),
        delivery=None if today is None else delivery(draft, library, own, today),
    )
