"""Whatever a draft holds: every condition of every gate says what it asks, why, and where it would be met."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import builders
from tests.workbook.analysis.designs import LIBRARY
from workbook.analysis.lifecycle.conditions import kind_of
from workbook.analysis.lifecycle.findings import lifecycle
from workbook.analysis.lifecycle.gates import way
from workbook.analysis.lifecycle.kinds import KINDS
from workbook.analysis.lifecycle.path import condition_words
from workbook.analysis.lifecycle.timeline import PLACES, timeline
from workbook.editing import get, read_address
from workbook.model.draft import Draft
from workbook.model.vocabulary import STAGES
from workbook.model.workbook import Workbook


@settings(max_examples=25)
@given(builders.drafts())
def test_every_condition_has_words_a_reason_a_rule_and_a_place(draft: Draft) -> None:
    workbook = Workbook(drafts=(draft,))
    found = lifecycle(draft, LIBRARY)
    conditions = [each for gate in found.gates for each in gate.conditions]
    assert len({each.id for each in conditions}) == len(conditions)
    assert {each.stage for each in conditions} == set(STAGES)
    for each in conditions:
        assert each.words
        assert each.because.endswith((".", "”"))
        assert each.act
        assert "{}" not in each.words
        get(workbook, read_address(each.address))  # raises if it leads nowhere
        assert each.finding.address == each.address
        assert each.finding.rule.endswith(".")
        assert each.finding.citation == LIBRARY.stage(each.stage).citation
        assert kind_of(each.id) in KINDS
        assert condition_words(draft, each.id) == each.words


@settings(max_examples=25)
@given(builders.drafts(), st.sampled_from(LIBRARY.cases))
def test_beside_any_case_every_move_and_event_is_told_once(draft: Draft, case: object) -> None:
    chosen = next(each for each in LIBRARY.cases if each is case)
    found = timeline(draft, (chosen,), LIBRARY)
    addresses = [doing.address for row in found.rows for doing in row.draft.doings]
    told = [each.split("/", 3)[3] for each in addresses]
    expected = [f"moves/{each.id}" for each in draft.lifecycle.moves]
    expected += [f"events/{each.id}" for each in draft.lifecycle.events]
    assert sorted(told) == sorted([*expected, "moves"])
    assert [row.place for row in found.rows] == list(PLACES)
    assert all(row.draft.words and row.cases[0].words for row in found.rows)


@settings(max_examples=25)
@given(builders.drafts())
def test_a_way_is_never_longer_than_the_way_beyond_it(draft: Draft) -> None:
    lengths = [len(way(draft, to, LIBRARY)) for to in STAGES if to != draft.lifecycle.stage]
    assert lengths == sorted(lengths)
