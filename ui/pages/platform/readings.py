"""What the findings say, cut and marked for the page. Nothing is worked out here."""

import re
from collections.abc import Sequence
from fractions import Fraction

from ui.pages.platform.dimension_row import Reading
from ui.widgets import strong
from workbook.analysis.finding import Finding
from workbook.analysis.position import largest
from workbook.analysis.profile import Profile
from workbook.analysis.subject import Subject
from workbook.library.entries import Library
from workbook.model.vocabulary import PLATFORMS, DimensionId

FIGURES = re.compile(r" \([^()]* of 100, over [^()]*\)")
"""The figures in the sentence on the platform: the bar below the sentence shows them."""

SMALL_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")
SPLIT = "no platform leads"
STILL_OPEN = "still open"


def verdict(profile: Profile, name: str, library: Library) -> str:
    """The sentence on the platform, with what was found in bold, and how many dimensions pull elsewhere."""
    said = FIGURES.sub("", profile.platform.words)
    rest = said.removeprefix(name)  # a draft may be called after a platform
    found = "mixed" if profile.clarity == "mixed" else SPLIT if profile.clarity == "split" else ""
    if profile.clarity in ("clearly", "leaning towards"):
        found = library.platform(profile.leaders[0]).name.lower()
    if found:
        rest = rest.replace(found, strong(found), 1)
    return f"{said[: len(said) - len(said.removeprefix(name))]}{rest}{_pulls(profile.notes)}"


def readings(subject: Subject, profile: Profile, library: Library) -> tuple[Reading, ...]:
    """The eight dimensions in the order of the framework."""
    said = {reading.dimension: reading for reading in profile.dimensions}
    return tuple(
        Reading(
            dimension=dimension.id,
            name=dimension.name,
            shares=shares_by_name(subject, dimension.id),
            pulls_to=_pulls_to(subject, dimension.id, pulls=said[dimension.id].pulls_elsewhere),
            remark=_remark(said[dimension.id].finding, is_split=said[dimension.id].is_split)
            if subject.shares[dimension.id] is not None
            else STILL_OPEN,
            said=said[dimension.id].finding.words,
        )
        for dimension in library.dimensions
    )


def note(profile: Profile, kind: str) -> Finding | None:
    """The note of one kind: "pulls_elsewhere", "split" or "open"."""
    return next((each for each in profile.notes if each.id.startswith(f"profile.{kind}.")), None)


def shares_by_name(subject: Subject, dimension: DimensionId) -> dict[str, Fraction] | None:
    """The shares on a dimension as painting wants them."""
    shares = subject.shares[dimension]
    return None if shares is None else {platform: shares[platform] for platform in PLATFORMS}


def _pulls_to(subject: Subject, dimension: DimensionId, *, pulls: bool) -> tuple[str, ...]:
    shares = subject.shares[dimension]
    return tuple(largest(shares)) if pulls and shares is not None else ()


def _remark(finding: Finding, *, is_split: bool) -> str:
    """A split room is said as such: it is a talk that has not ended, not a mixed partnership."""
    if not is_split:
        return ""
    return str(finding.inputs[0].value)


def _pulls(notes: Sequence[Finding]) -> str:
    """How many pull elsewhere, in words; which ones the list below shows."""
    pulls = next((each for each in notes if each.id.startswith("profile.pulls_elsewhere.")), None)
    if pulls is None or not isinstance(pulls.value, int) or not pulls.value:
        return ""
    _, _, rest = pulls.words.partition(":")[0].partition(" ")
    return f" {SMALL_NUMBERS[pulls.value]} {rest}."
