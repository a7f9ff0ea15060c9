"""The path of a case, stage by stage: its reported steps, and which mechanism opened the next stage.

The steps are the source's, their mapping to stages is ours, and each says so in its citation.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from workbook.analysis.traits import Names
from workbook.model.case import Case, ProcessStep
from workbook.model.record import Count, Record, YesNo
from workbook.model.vocabulary import STAGES, ReportedStage, StageId

Place = ReportedStage | Literal["paused"]

NOT_REPORTED = "Not reported"
NOT_SAID = "Not reported what opened it."


class Opening(Record):
    """What opened a stage in a case: the mechanisms of the steps since the stage before, in their order.

    `words` say it; of a case that is envisaged, or a step that is only expected, that it is meant to. Without
    mechanisms the source does not tie any to those steps.
    """

    stage: StageId
    mechanisms: tuple[str, ...]
    words: str
    citation: str


class StepTold(Record):
    """A reported step: `number` is its place in the order of the case, `mechanisms` are names."""

    number: Count
    text: str
    expected: YesNo
    mechanisms: tuple[str, ...]
    citation: str


class CaseStay(Record):
    """What a case did at one place. Without steps `words` say that none is reported; else they tell them."""

    place: Place
    steps: tuple[StepTold, ...]
    opening: Opening | None
    words: str


def case_stay(case: Case, place: Place, names: Names) -> CaseStay:
    """What a case is reported to have done at a place."""
    steps = tuple(
        StepTold(
            number=number,
            text=step.text,
            expected=step.expected,
            mechanisms=tuple(names["mechanisms", each] for each in step.mechanisms),
            citation=step.citation,
        )
        for number, step in enumerate(case.process, 1)
        if step.stage == place
    )
    opening = next((each for each in openings(case, names) if each.stage == place), None)
    told = [step.text for step in steps]
    if opening is not None:
        told.append(opening.words)
    return CaseStay(place=place, steps=steps, opening=opening, words="\n".join(told) or f"{NOT_REPORTED}.")


def openings(case: Case, names: Names) -> Iterator[Opening]:
    """What opened each stage that the case came to after its first, once for each.

    A further case whose source reports single lessons, and no path as a whole, is only read so where the next
    stage it tells of follows at once: what happened in between is not known.
    """
    stay: list[ProcessStep] = []
    before: StageId | None = None
    seen: set[StageId] = set()
    for step in case.process:
        stage = _as_stage(step.stage)
        if stage is not None and stage != before:
            if before is not None and stage not in seen:
                yield _opening(case, before, step, stay, names)
            seen.add(stage)
            before, stay = stage, []
        stay.append(step)


def _opening(
    case: Case, before: StageId, step: ProcessStep, stay: Sequence[ProcessStep], names: Names
) -> Opening:
    stage = _as_stage(step.stage) or before
    is_path = case.outcome != "reported" or STAGES.index(stage) == STAGES.index(before) + 1
    used = [each for each in stay if each.mechanisms] if is_path else []
    mechanisms = tuple(dict.fromkeys(names["mechanisms", each] for held in used for each in held.mechanisms))
    is_meant = step.expected or case.outcome == "envisaged"
    opened = "Meant to be opened by" if is_meant else "Opened by"
    return Opening(
        stage=stage,
        mechanisms=mechanisms,
        words=f"{opened}: {', then '.join(mechanisms)}." if mechanisms else NOT_SAID,
        citation="; ".join(dict.fromkeys(each.citation for each in used if each.citation)),
    )


def stages_not_reported(case: Case, names: Names) -> tuple[str, ...]:
    """The stages of which the source of the case reports no step."""
    told = {step.stage for step in case.process}
    return tuple(names["stages", stage] for stage in STAGES if stage not in told)


def _as_stage(place: ReportedStage) -> StageId | None:
    return next((stage for stage in STAGES if stage == place), None)
