"""The analysis as a picture: stages, lanes and flags, with the finding that answers for each of them."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ui.charts.stage_table import Flag, Happening, Lane, StageHead, StageTable, Standing, Suggestion
from ui.charts.who import Who
from ui.citing import together
from workbook.analysis.delivery.words import MONTHS, sentence
from workbook.analysis.finding import Finding, Input
from workbook.analysis.lifecycle.case_path import CaseStay, StepTold
from workbook.analysis.lifecycle.findings import LifecycleAnalysis
from workbook.analysis.lifecycle.path import MoveTold
from workbook.analysis.lifecycle.standing import is_stage
from workbook.analysis.lifecycle.suggested import SuggestedPath
from workbook.analysis.lifecycle.timeline import Doing, Timeline
from workbook.analysis.wording import counted
from workbook.edits.drafts import letter_of
from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.vocabulary import STAGES, LifecyclePlace, StageId
from workbook.model.workbook import Workbook

LINES_OF_REASON = 4
"""The log below the path has the reasons whole."""
NOW = "Now"
EXPECTED = "Expected"
BEGINS = "Every draft begins here."
LOG_RULE = "As the log of moves has it. The stage is where the last move led, or the first stage."
EVENT_RULE = "As it was written down among the events of this draft."
STEP_RULE = (
    "As the source reports it, in our words. Which step belongs to which stage is our reading, and so is "
    "which mechanism opened the next one."
)
NO_STEP_RULE = "What the source does not report is not made up."
NOT_REPORTED = "Not reported"
OUTSIDE = ("feasibility", "trigger", "closed")
"""Where steps of a case stand outside the eight stages."""


@dataclass(frozen=True)
class Shown:
    """The picture, and what answers for each of its places."""

    table: StageTable
    answers: Mapping[str, Finding]


def shown(  # noqa: PLR0913, PLR0917 - what is shown, and where its words are from
    workbook: Workbook,
    draft: Draft,
    found: LifecycleAnalysis,
    beside: Timeline,
    cases: Sequence[Case],
    library: Library,
) -> Shown:
    """The path of a draft, and of the cases that stand beside it, as a picture."""
    answers: dict[str, Finding] = {}
    suggestions = tuple(_suggestion(each, library, answers) for each in found.suggested)
    heads = tuple(_head(stage, found, library, answers) for stage in STAGES)
    own = _Draft(draft, found, beside, library, answers)
    lanes = [
        Lane(_who(workbook, draft), "", own.cells(), own.flags()),
        *(_CaseLane(case, place, beside, library, answers).lane() for place, case in enumerate(cases)),
    ]
    return Shown(StageTable(heads, tuple(lanes), suggestions), answers)


def _who(workbook: Workbook, draft: Draft) -> Who:
    name = draft.name.strip() or draft.id
    return Who(draft.id, "draft", name, letter_of(workbook, draft.id), is_current=True)


def _suggestion(each: SuggestedPath, library: Library, answers: dict[str, Finding]) -> Suggestion:
    """The first sentence of what the platform advises; the rest is in the answer."""
    answers[each.finding.id] = each.finding
    advice = library.platform(each.platform).path.text
    stops = tuple(STAGES.index(stage) for stage in each.stages)
    first = f"{advice.partition('. ')[0].removesuffix('.')}."
    return Suggestion(each.finding.id, each.platform, stops, first, each.finding.words)


def _head(
    stage: StageId, found: LifecycleAnalysis, library: Library, answers: dict[str, Finding]
) -> StageHead:
    name, gate = library.stage(stage).name, found.gate(stage)
    key = f"stage.{stage}"
    is_here = stage == found.path.stage
    answers[key] = found.path.finding if is_here else gate.finding
    said = found.path.finding.words if is_here else gate.finding.words
    return StageHead(key, name, _standing(stage, found), f"{name}. {said}")


def _standing(stage: StageId, found: LifecycleAnalysis) -> Standing:
    """Where the draft stands or rests; before that, whether it was stood at in this cycle or passed over."""
    path = found.path
    if stage == path.stage:
        return "here" if is_stage(path.place) else "paused" if path.place == "paused" else "closed"
    if STAGES.index(stage) > STAGES.index(path.stage):
        return "ahead"
    return "passed" if any(visit.place == stage for visit in path.visits) else "skipped"


class _Draft:
    """What the draft did at each stage, and what it met on the way."""

    def __init__(
        self,
        draft: Draft,
        found: LifecycleAnalysis,
        beside: Timeline,
        library: Library,
        answers: dict[str, Finding],
    ) -> None:
        self._draft, self._found, self._library = draft, found, library
        self._rows = {row.place: row.draft for row in beside.rows}
        self._answers = answers

    def cells(self) -> tuple[tuple[Happening, ...], ...]:
        """The arrivals at each stage, and the rests taken there, in the order of the log."""
        cells: dict[StageId, list[Happening]] = {stage: [] for stage in STAGES}
        begin, *_ = self._rows["frame"].doings
        is_here = not self._found.path.log
        cells["frame"].append(self._happening(begin, NOW if is_here else "", BEGINS, is_now=is_here))
        stood: StageId = "frame"
        for number, told in enumerate(self._found.path.log, 1):
            stood = next((stage for stage in STAGES if stage == told.to), stood)
            cells[stood].append(self._arrival(told, is_last=number == len(self._found.path.log)))
        return tuple(tuple(cells[stage]) for stage in STAGES)

    def flags(self) -> tuple[Flag, ...]:
        """The events, the earliest first."""
        return tuple(self._flag(doing) for doing in self._rows["trigger"].doings)

    def _arrival(self, told: MoveTold, *, is_last: bool) -> Happening:
        doing = self._doing(told)
        rest = "" if is_stage(told.to) else f"{self._library.stage(told.to).name}. "
        why = sentence(told.because) if told.because.strip() else ""
        cycle = f"Cycle {told.cycle}. " if told.cycle > 1 else ""
        words = f"{cycle}{rest}{why}".strip() or f"From {self._library.stage(told.begun_at).name}."
        over = counted(len(told.overridden), "condition") + " overridden" if told.overridden else ""
        return self._happening(doing, _short_day(told.at.date()), words, over, is_now=is_last)

    def _happening(
        self, doing: Doing, when: str, words: str, source: str = "", *, is_now: bool = False
    ) -> Happening:
        said = f"{self._draft.name}: {doing.words}"
        self._answers[doing.address] = _told(doing, LOG_RULE)
        return Happening(
            doing.address,
            words,
            said,
            when,
            source,
            is_quiet=words == BEGINS and not is_now,
            is_now=is_now,
            most_lines=LINES_OF_REASON,
        )

    def _doing(self, told: MoveTold) -> Doing:
        doings = (each for row in self._rows.values() for each in row.doings)
        return next(each for each in doings if each.address == told.address)

    def _flag(self, doing: Doing) -> Flag:
        self._answers[doing.address] = _told(doing, EVENT_RULE)
        return Flag(doing.address, doing.words, doing.words)


def _told(doing: Doing, rule: str) -> Finding:
    """What the log or the list of events says, as an answer."""
    return Finding(id=doing.address, words=doing.words, rule=rule, address=doing.address)


def _short_day(date: dt.date) -> str:
    """As narrow as a column: 12 Jan 2027."""
    return f"{date.day} {MONTHS[date.month - 1][:3]} {date.year}"


class _CaseLane:
    """What one case is reported to have done."""

    def __init__(
        self, case: Case, place: int, beside: Timeline, library: Library, answers: dict[str, Finding]
    ) -> None:
        self._case, self._library, self._answers = case, library, answers
        self._stays: dict[str, CaseStay] = {row.place: row.cases[place] for row in beside.rows}
        self._label = beside.cases[place].label
        self._silence = beside.cases[place].not_reported

    def lane(self) -> Lane:
        """Its steps by stage; what stands outside the stages as flags."""
        return Lane(
            Who(self._case.id, "case", self._label),
            together(step.citation for step in self._case.process) or self._case.citation,
            tuple(tuple(self._cell(stage)) for stage in STAGES),
            tuple(self._flags()),
        )

    def _cell(self, stage: StageId) -> Iterator[Happening]:
        stay, name = self._stays[stage], self._library.stage(stage).name
        if not stay.steps:
            key = f"{self._case.id}.{stage}"
            self._answers[key] = self._silence
            yield Happening(key, NOT_REPORTED, f"{self._label}, {name}: {stay.words}", is_quiet=True)
        for number, step in enumerate(stay.steps):
            opened = stay.opening.words if stay.opening is not None and stay.opening.mechanisms else ""
            says_so = not step.expected or step.text.lower().startswith(EXPECTED.lower())
            yield Happening(
                self._answered(stage, step, opened if not number else ""),
                step.text,
                f"{self._label}, {name}: {'' if says_so else f'{EXPECTED}: '}{step.text}",
                "" if says_so else EXPECTED,
                "" if number else opened,
            )

    def _flags(self) -> Iterator[Flag]:
        for place in OUTSIDE:
            for step in self._stays[place].steps:
                words = f"{self._library.stage(place).name}: {step.text}"
                yield Flag(self._answered(place, step, ""), words, f"{self._label}, {words}")

    def _answered(self, place: str, step: StepTold, opened: str) -> str:
        key = f"{self._case.id}.{place}.{step.number}"
        name = self._library.stage(place).name
        inputs = [Input(name="Mechanism", value=each) for each in step.mechanisms]
        if opened:
            inputs.append(Input(name=name, value=opened))
        self._answers[key] = Finding(
            id=key,
            words=f"{self._label}, {name}: {step.text}",
            inputs=tuple(inputs),
            rule=STEP_RULE,
            citation=step.citation,
        )
        return key


def place_name(place: LifecyclePlace, library: Library) -> str:
    """What a stage, or a place to rest, is called."""
    return library.stage(place).name
