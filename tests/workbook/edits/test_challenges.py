"""Readiness and enablers: said of one without touching the others, and gone when nothing is said any more."""

from hypothesis import given
from hypothesis import strategies as st

from workbook.edits.challenges import enabler_of, readiness_of, with_enabler, with_readiness
from workbook.model.challenges import Enabler, ReadinessEntry

NETWORKS = ReadinessEntry(component="trusted_networks", level="in_place", note="They meet.")
CHAMPION = Enabler(id="e1", kind="An engaged champion at the top", present=True)


def test_a_component_of_which_nothing_was_said_is_added() -> None:
    said = with_readiness((NETWORKS,), "integrated_data", level="absent")
    assert said == (NETWORKS, ReadinessEntry(component="integrated_data", level="absent"))


def test_something_else_is_said_of_a_component_and_the_rest_stays() -> None:
    said = with_readiness((NETWORKS,), "trusted_networks", level="partly")
    assert said == (ReadinessEntry(component="trusted_networks", level="partly", note="They meet."),)


def test_a_component_of_which_nothing_is_said_any_more_is_gone() -> None:
    said = with_readiness((NETWORKS,), "trusted_networks", level=None)
    assert said == (ReadinessEntry(component="trusted_networks", note="They meet."),)
    assert with_readiness(said, "trusted_networks", note="") == ()


def test_what_is_said_of_a_component_can_be_read_also_where_nothing_is() -> None:
    assert readiness_of((NETWORKS,), "trusted_networks") is NETWORKS
    assert readiness_of((NETWORKS,), "integrated_data") == ReadinessEntry(component="integrated_data")


def test_an_enabler_is_found_by_its_words_however_they_are_written() -> None:
    assert enabler_of((CHAMPION,), "an engaged CHAMPION at the top ") is CHAMPION
    assert enabler_of((CHAMPION,), "executive_champion") is None
    assert enabler_of((CHAMPION,), "executive_champion", CHAMPION.kind) is CHAMPION


def test_an_enabler_is_added_changed_and_gone_again() -> None:
    added = with_enabler((CHAMPION,), "Measured performance", lambda letter: f"{letter}2", present=False)
    assert added == (CHAMPION, Enabler(id="e2", kind="Measured performance", present=False))
    changed = with_enabler(added, "Measured performance", present=True)
    assert [each.present for each in changed] == [True, True]
    assert with_enabler(changed, "Measured performance", present=None) == (CHAMPION,)


def test_saying_nothing_adds_nothing() -> None:
    assert with_enabler((CHAMPION,), "Measured performance", present=None) == (CHAMPION,)
    assert with_readiness((), "integrated_data", note="") == ()


LEVELS = st.sampled_from(["absent", "partly", "in_place", None])


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), LEVELS)))
def test_the_last_word_on_each_component_counts(said: list[tuple[str, str | None]]) -> None:
    readiness: tuple[ReadinessEntry, ...] = ()
    for component, level in said:
        readiness = with_readiness(readiness, component, level=level)
    last = {component: level for component, level in dict(said).items() if level is not None}
    assert {each.component: each.level for each in readiness} == last
