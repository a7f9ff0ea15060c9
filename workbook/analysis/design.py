"""Everything the analysis says about one draft: the object that window, command line and report show."""

from workbook.analysis.completeness import StepCompleteness, completeness
from workbook.analysis.finding import Finding
from workbook.analysis.follows import Follows, what_follows
from workbook.analysis.profile import Profile, profile
from workbook.analysis.subject import draft_subject
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.record import Record


class DesignAnalysis(Record):
    """The findings on one draft, by the question asked."""

    draft: str
    profile: Profile
    follows: tuple[Follows, ...]
    completeness: tuple[StepCompleteness, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them: platform, what follows, completeness."""
        return (
            *self.profile.findings,
            *(finding for each in self.follows for finding in each.findings),
            *(step.finding for step in self.completeness),
        )


def analyse(draft: Draft, library: Library) -> DesignAnalysis:
    """Ask a draft every question there is."""
    subject = draft_subject(draft)
    its_profile = profile(subject, library)
    return DesignAnalysis(
        draft=draft.id,
        profile=its_profile,
        follows=what_follows(subject, its_profile, library),
        completeness=completeness(draft, library),
    )
