"""Hypothesis strategies for every record of a workbook, valid as the model and the library demand.

Fields of a plain kind (text, date, a word of a closed list) are filled by their type, so that a new one is
covered on the day it is added; only what points at something is spelled out.
"""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from workbook.library.loader import load
from workbook.model.benefits import AlignmentAction, Benefit, BusinessCase, Cost
from workbook.model.case import (
    Case,
    CaseBenefit,
    CaseChallenge,
    CaseData,
    CaseDimensions,
    CaseDriver,
    CaseGovernmentRole,
    CaseMechanism,
    CasePosition,
    CaseStakeholder,
    ProcessStep,
    Statement,
)
from workbook.model.challenges import Challenge, Enabler, ReadinessEntry
from workbook.model.data_flows import DataFlow
from workbook.model.dimensions import Dimensions, Position
from workbook.model.draft import BegunFrom, Draft
from workbook.model.framing import Framing
from workbook.model.lifecycle import Event, Lifecycle, Move, Override
from workbook.model.mix import Mix, Votes
from workbook.model.notes import Note
from workbook.model.record import Date, Moment, Number, Record, Text, YesNo
from workbook.model.scenarios import ChosenGovernmentRole, ChosenMechanism, Scenario
from workbook.model.scores import Scale, Score
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.vocabulary import DIMENSIONS, PLATFORMS, CatalogueId, LifecyclePlace
from workbook.model.workbook import (
    OwnEntry,
    Participant,
    RobustnessSettings,
    Settings,
    Snapshot,
    Workbook,
    Workshop,
)

Strategy = st.SearchStrategy[Any]
RecordT = TypeVar("RecordT", bound=Record)

ID_LETTERS = "abcxyzABCXYZ0189_-"
NEPAL = dt.timezone(dt.timedelta(hours=5, minutes=45))

texts = st.text(st.characters(codec="utf-8"), max_size=8)
ids = st.text(ID_LETTERS, min_size=1, max_size=6)
numbers = st.integers(-1000, 1000) | st.floats(-1e12, 1e12) | st.sampled_from([-0.0, 5e-324, 0.1 + 0.2, 1e12])
moments = st.datetimes(
    dt.datetime(1900, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
    dt.datetime(9999, 12, 30),  # noqa: DTZ001
    timezones=st.sampled_from([dt.UTC, NEPAL]),
)

# ------------------------------------------------------------------------------------- fields by their type


def by_type(hint: Any) -> Strategy:  # noqa: ANN401 - any annotation of a field
    """Whatever a field of this type may hold.

    Raises:
        TypeError: that cannot be told from the type (an id must lead somewhere).
    """
    plain = {Text: texts, Date: st.dates(), Moment: moments, Number: numbers, YesNo: st.booleans()}
    for kind, strategy in plain.items():
        if hint == kind:
            return strategy
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return few(by_type(get_args(hint)[0]))
    if get_args(hint):  # a union
        return st.one_of(*(by_type(part) for part in get_args(hint)))
    if hint is NoneType:
        return st.none()
    raise TypeError(f"say what to put into a {hint}")


@cache
def _hints(kind: type[Record]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def filled(kind: type[RecordT], /, **given: Strategy) -> st.SearchStrategy[RecordT]:
    """Records with each field as given or, if it is of a plain kind, anything."""
    fields = {
        name: given[name] if name in given else by_type(_hints(kind)[name]) for name in kind.model_fields
    }
    written = {kind.model_fields[name].alias or name: strategy for name, strategy in fields.items()}
    return st.fixed_dictionaries(written).map(kind.model_validate)


def few(strategy: Strategy, most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some of them, or none."""
    return st.lists(strategy, max_size=most).map(tuple)


def each(strategies: Iterable[Strategy]) -> st.SearchStrategy[tuple[Any, ...]]:
    """One of each, in order."""
    return st.tuples(*strategies)


def some_of(known: Iterable[str], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of the ids, each once."""
    choice = list(known)
    return st.lists(st.sampled_from(choice), unique=True, max_size=most).map(tuple) if choice else st.just(())


def entry(catalogue: CatalogueId) -> st.SearchStrategy[str]:
    """The id of an entry of the library."""
    return st.sampled_from([one.id for one in load().entries(catalogue)])


def entries(catalogue: CatalogueId) -> st.SearchStrategy[tuple[str, ...]]:
    """Ids of a few entries of the library, each once."""
    return some_of((one.id for one in load().entries(catalogue)), most=2)


@dataclass
class Ids:
    """Hands out ids that differ."""

    draw: st.DrawFn
    given: int = 0

    def new(self) -> str:
        """The next id."""
        self.given += 1
        return f"{self.given}x{self.draw(st.text(ID_LETTERS, max_size=2))}"

    def few(self, most: int = 2) -> list[str]:
        """Some ids, or none."""
        return [self.new() for _ in range(self.draw(st.integers(0, most)))]


# ------------------------------------------------------------------------------------------------ dimensions


@st.composite
def mixes(draw: st.DrawFn) -> Mix:
    """Shares that sum to 1, in hundredths or in thirds."""
    if draw(st.booleans()):
        return Mix.model_validate(dict.fromkeys(PLATFORMS, 1 / 3))
    first = draw(st.integers(0, 100))
    second = draw(st.integers(0, 100 - first))
    shares = (first / 100, second / 100, (100 - first - second) / 100)
    return Mix.model_validate(dict(zip(PLATFORMS, shares, strict=True)))


votes = st.builds(Votes, **dict.fromkeys(PLATFORMS, st.integers(0, 30)))
positions = st.one_of(
    st.just(Position()),
    filled(Position, mix=mixes(), votes=st.none()),
    filled(Position, mix=st.none(), votes=votes),
)
case_positions = st.just(CasePosition()) | filled(CasePosition, mix=st.none() | mixes())


# -------------------------------------------------------------------------------------------------- the draft


@dataclass
class Known:
    """What the parts of a draft can point at."""

    stakeholders: dict[str, list[str]]
    flows: list[str]
    scale: Scale

    @property
    def interests(self) -> list[str]:
        """Those of all stakeholders."""
        return [interest for interests in self.stakeholders.values() for interest in interests]

    @property
    def stakeholder(self) -> st.SearchStrategy[str | None]:
        """One of them, or nobody said."""
        return st.sampled_from([None, *self.stakeholders])


def stakeholders(stakeholder_id: str, interest_ids: list[str]) -> st.SearchStrategy[Stakeholder]:
    """A stakeholder with these interests."""
    weight = st.none() | st.integers(0, 9) | st.floats(0, 9)
    motivation = st.none() | entry("motivations")
    interests = (
        filled(Interest, id=st.just(one), motivation=motivation, weight=weight) for one in interest_ids
    )
    return filled(
        Stakeholder,
        id=st.just(stakeholder_id),
        roles=entries("stakeholder_roles"),
        interests=each(list(interests)),
    )


@st.composite
def scores(draw: st.DrawFn, interest: str, scale: Scale) -> Score:
    """A score on the scale, between its low and its high, each of which may be missing."""
    points = sorted(draw(st.lists(st.integers(int(scale.min), int(scale.max)), min_size=3, max_size=3)))
    low, value, high = (st.none() | st.just(point) for point in points)
    return draw(filled(Score, interest=st.just(interest), low=low, value=value, high=high))


@st.composite
def scenarios(draw: st.DrawFn, given: Ids, known: Known) -> Scenario:
    """A scenario that points at known flows, interests and stakeholders."""
    serves, somebody = some_of(known.interests), known.stakeholder
    kind = st.none() | entry("benefit_kinds")
    return draw(
        filled(
            Scenario,
            id=st.just(given.new()),
            data_flows=some_of(known.flows),
            mechanisms=each(
                filled(ChosenMechanism, mechanism=st.just(one), serves=serves)
                for one in draw(entries("mechanisms"))
            ),
            government_roles=each(
                filled(ChosenGovernmentRole, role=st.just(one)) for one in draw(entries("government_roles"))
            ),
            scores=each(scores(one, known.scale) for one in draw(serves)),
            benefits=each(
                filled(
                    Benefit,
                    id=st.just(one),
                    stakeholder=somebody,
                    from_stakeholder=somebody,
                    kind=kind,
                    serves=serves,
                )
                for one in given.few()
            ),
            costs=each(filled(Cost, id=st.just(one), stakeholder=somebody) for one in given.few()),
            business_cases=each(
                filled(BusinessCase, stakeholder=st.just(one)) for one in draw(some_of(known.stakeholders))
            ),
            alignment_actions=each(filled(AlignmentAction, id=st.just(one)) for one in given.few()),
        )
    )


@st.composite
def lifecycles(draw: st.DrawFn, given: Ids) -> Lifecycle:
    """Moves that follow one another, from the first stage on."""
    moves: list[Move] = []
    for move_id in given.few(3):
        here: LifecyclePlace = moves[-1].to if moves else "frame"
        fields = {"id": st.just(move_id), "from_": st.just(here), "to": by_type(LifecyclePlace)}
        more = {"cycle": st.integers(1, 3), "overridden": few(filled(Override))}
        moves.append(draw(filled(Move, **fields, **more)))
    events = each(filled(Event, id=st.just(one)) for one in given.few())
    return draw(filled(Lifecycle, moves=st.just(tuple(moves)), events=events))


SCALES = (Scale(), Scale(min=0, max=10, step=0.5), Scale(min=-100, max=1, step=None))


@st.composite
def drafts(draw: st.DrawFn, draft_id: str | None = None) -> Draft:
    """A whole design of a partnership, from nearly empty to well filled."""
    given = Ids(draw)
    known = Known({one: given.few(3) for one in given.few(3)}, given.few(), draw(st.sampled_from(SCALES)))
    candidates = tuple(draw(scenarios(given, known)) for _ in range(draw(st.integers(0, 2))))
    somebody = known.stakeholder
    category = entry("challenge_categories")
    return draw(
        filled(
            Draft,
            id=ids if draft_id is None else st.just(draft_id),
            begun_from=st.none() | filled(BegunFrom, id=ids),
            framing=filled(Framing),
            dimensions=st.builds(Dimensions, **dict.fromkeys(DIMENSIONS, positions)),
            scale=st.just(known.scale),
            stakeholders=each(stakeholders(*owned) for owned in known.stakeholders.items()),
            data_flows=each(
                filled(DataFlow, id=st.just(one), from_stakeholder=somebody, to_stakeholder=somebody)
                for one in known.flows
            ),
            scenarios=st.just(candidates),
            chosen_scenario=st.sampled_from([None, *(one.id for one in candidates)]),
            challenges=each(filled(Challenge, id=st.just(one), category=category) for one in given.few()),
            enablers=each(filled(Enabler, id=st.just(one)) for one in given.few()),
            readiness=each(
                filled(ReadinessEntry, component=st.just(one)) for one in draw(entries("readiness"))
            ),
            record=each(filled(Note, id=st.just(one)) for one in given.few()),
            lifecycle=lifecycles(given),
        )
    )


# ---------------------------------------------------------------------------------------------- the workbook


@st.composite
def cases(draw: st.DrawFn, case_id: str) -> Case:
    """A case somebody added to their workbook."""
    motivation = st.none() | entry("motivations")
    mechanisms, roles = draw(entries("mechanisms")), draw(entries("government_roles"))
    return draw(
        filled(
            Case,
            id=st.just(case_id),
            context=few(filled(Statement)),
            dimensions=st.builds(CaseDimensions, **dict.fromkeys(DIMENSIONS, case_positions)),
            drivers=few(filled(CaseDriver, motivation=motivation)),
            stakeholders=few(filled(CaseStakeholder, roles=entries("stakeholder_roles"))),
            data=few(filled(CaseData)),
            process=few(filled(ProcessStep, mechanisms=entries("mechanisms"))),
            mechanisms=each(filled(CaseMechanism, mechanism=st.just(one)) for one in mechanisms),
            government_roles=each(filled(CaseGovernmentRole, role=st.just(one)) for one in roles),
            benefits=few(filled(CaseBenefit, kind=st.none() | entry("benefit_kinds"))),
            challenges=few(filled(CaseChallenge, category=entry("challenge_categories"))),
            lessons=few(filled(Statement)),
        )
    )


@st.composite
def workbooks(draw: st.DrawFn) -> Workbook:
    """Everything one file can hold."""
    given = Ids(draw)
    participants = each(
        filled(Participant, id=st.just(one), stakeholder=st.none() | ids) for one in given.few()
    )
    robustness = filled(RobustnessSettings, seed=st.integers(0, 10**9), draws=st.integers(100, 10**6))
    return draw(
        filled(
            Workbook,
            workshop=filled(Workshop, participants=participants),
            drafts=each(drafts(one) for one in given.few()),
            own_cases=each(cases(one) for one in given.few(1)),
            own_entries=each(filled(OwnEntry, id=st.just(f"own-{one}")) for one in given.few()),
            snapshots=each(filled(Snapshot, id=st.just(one), draft=drafts()) for one in given.few(1)),
            settings=filled(Settings, robustness=robustness),
        )
    )


# ------------------------------------------------------------------------------------------- a whole workbook

THREE_DRAFTS = Path(__file__).parent / "files" / "three_drafts.partnership"
"""An invented workshop: three drafts in which nearly every field is filled in somewhere."""


@cache
def three_drafts() -> Workbook:
    """What that file holds."""
    return Workbook.model_validate(json.loads(THREE_DRAFTS.read_text(encoding="utf-8"))["workbook"])
