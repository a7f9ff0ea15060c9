"""Records: frozen, changed only by `replace`, made of fields that refuse what no file could hold."""

import datetime as dt
import math
from typing import Any

import pytest
from pydantic import ValidationError

from workbook.model.draft import Draft
from workbook.model.framing import Framing
from workbook.model.lifecycle import Event, Move
from workbook.model.notes import Note
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Interest, Stakeholder

CUSTOMS = Stakeholder(id="customs", name="Customs", roles=("data_user",))


def test_replace_gives_a_changed_copy_and_leaves_the_original() -> None:
    renamed = CUSTOMS.replace(name="Dutch Customs", sector="government")
    assert (renamed.name, renamed.sector, renamed.roles) == ("Dutch Customs", "government", ("data_user",))
    assert (CUSTOMS.name, CUSTOMS.sector) == ("Customs", "other")


def test_replace_refuses_a_value_the_field_refuses() -> None:
    with pytest.raises(ValidationError, match="sector"):
        CUSTOMS.replace(sector="army")


def test_replace_refuses_a_field_that_does_not_exist() -> None:
    with pytest.raises(ValidationError, match="nickname"):
        CUSTOMS.replace(nickname="the gate")


def test_replace_checks_the_record_as_a_whole() -> None:
    with pytest.raises(ValidationError, match="data_user occurs more than once"):
        CUSTOMS.replace(roles=("data_user", "data_user"))


def test_replace_keeps_the_children_it_does_not_change_as_they_are() -> None:
    framing = Framing(setting="A port")
    assert Draft(id="d", framing=framing, stakeholders=(CUSTOMS,)).replace(name="A").framing is framing


def test_a_record_cannot_be_assigned_to() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        CUSTOMS.name = "Other"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        del CUSTOMS.name
    assert CUSTOMS.name == "Customs"


def test_lists_become_tuples_so_that_frozen_means_frozen() -> None:
    given = ["data_provider"]
    stakeholder = Stakeholder.model_validate({"id": "s", "roles": given, "interests": [{"id": "i"}]})
    given.append("funder")
    assert stakeholder.roles == ("data_provider",)
    assert stakeholder.interests == (Interest(id="i"),)


def test_a_field_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        Framing.model_validate({"setting": "A port", "colour": "blue"})


def test_the_words_of_an_error_do_not_repeat_what_was_typed() -> None:
    with pytest.raises(ValidationError) as refused:
        Framing.model_validate({"voluntary": "a secret of the company"})
    assert "secret" not in str(refused.value)


def weight(value: object) -> float | None:
    return Interest.model_validate({"id": "i", "weight": value}).weight


@pytest.mark.parametrize(("typed", "kept"), [(2.0, 2), (-0.0, 0), (1e12, 10**12), (0.5, 0.5), (3, 3)])
def test_equal_numbers_look_equal_in_the_file(typed: float, kept: float) -> None:
    assert repr(weight(typed)) == repr(kept)


@pytest.mark.parametrize("wrong", [math.inf, -math.inf, math.nan, True, False, "3", 1.1e12, 10**13, -1])
def test_what_is_no_plain_number_of_at_least_0_is_no_weight(wrong: object) -> None:
    with pytest.raises(ValidationError):
        weight(wrong)


@pytest.mark.parametrize("wrong", [math.inf, -math.inf, math.nan, True, "3", -1.1e12])
def test_what_is_no_plain_number_is_no_reservation_value(wrong: object) -> None:
    with pytest.raises(ValidationError):
        CUSTOMS.replace(reservation_value=wrong)


def test_a_weight_nobody_gave_is_not_0() -> None:
    assert weight(None) is None
    assert weight(0) == 0


def test_half_a_character_is_refused_when_it_is_typed_and_not_when_it_is_saved() -> None:
    with pytest.raises(ValidationError, match="lone surrogate"):
        Framing(setting="a\ud800b")


def test_any_whole_character_is_accepted() -> None:
    text = "花 🌷 =SUM(A1) \x00 \u202e"
    assert Framing(setting=text).setting == text


def test_text_that_was_not_said_is_empty() -> None:
    assert Framing.model_validate({"setting": None}).setting == ""


@pytest.mark.parametrize("wrong", [3, True, b"text", ["text"]])
def test_only_text_is_text(wrong: object) -> None:
    with pytest.raises(ValidationError, match="setting"):
        Framing.model_validate({"setting": wrong})


@pytest.mark.parametrize("good", ["a", "s8f2k1x0a", "cold-chain", "A_1", "0", "x" * 60])
def test_an_id_is_letters_digits_hyphen_and_underscore(good: str) -> None:
    assert Note(id=good).id == good


@pytest.mark.parametrize("wrong", ["", "x" * 61, "a b", "a/b", "a.b", "é", "a\n", None, 7])
def test_what_could_not_stand_in_an_address_is_no_id(wrong: object) -> None:
    with pytest.raises(ValidationError, match="id"):
        Note.model_validate({"id": wrong})


def due(value: object) -> dt.date | None:
    return Note.model_validate({"id": "n", "due": value}).due


def test_a_date_is_written_year_month_day() -> None:
    assert due("2027-03-01") == dt.date(2027, 3, 1)
    assert due(dt.date(2027, 3, 1)) == dt.date(2027, 3, 1)
    assert due(None) is None


@pytest.mark.parametrize(
    "wrong",
    [
        "1.3.2027", "2027-3-1", "2027-02-30", "2027-03-01T00:00:00", "20270301", "", "2027-03-01\n",
        "२०२७-०३-०१",  # digits, but not those of a file
        1803859200, 1803859200.0, True,
        dt.datetime(2027, 3, 1, tzinfo=dt.UTC),
    ],
)  # fmt: skip
def test_nothing_else_is_a_date(wrong: object) -> None:
    with pytest.raises(ValidationError, match="due"):
        due(wrong)


def moment(value: object) -> dt.datetime:
    return Move.model_validate({"id": "m", "from": "frame", "to": "interests", "at": value}).at


def test_a_moment_keeps_its_zone() -> None:
    at = moment("2027-03-01T14:30:00+01:00")
    assert at.utcoffset() == dt.timedelta(hours=1)
    assert at == dt.datetime(2027, 3, 1, 13, 30, tzinfo=dt.UTC)


def test_a_moment_without_a_zone_is_in_utc_so_that_moments_can_be_put_in_order() -> None:
    assert moment("2027-03-01T14:30") == dt.datetime(2027, 3, 1, 14, 30, tzinfo=dt.UTC)
    assert moment(dt.datetime(2027, 3, 1, 14, 30)).tzinfo is not None  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    "wrong",
    ["2027-03-01", "2027-03-01 14:30", "2027-03-01T25:00", "2027-03-01T14:30+1", "1803859200", 1803859200,
     None, dt.date(2027, 3, 1)],
)  # fmt: skip
def test_nothing_else_is_a_moment(wrong: object) -> None:
    with pytest.raises(ValidationError, match="at"):
        moment(wrong)


@pytest.mark.parametrize("wrong", [1, 0, "true", None])
def test_yes_or_no_is_said_as_such(wrong: object) -> None:
    with pytest.raises(ValidationError, match="done"):
        Note.model_validate({"id": "n", "done": wrong})


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Event, {"id": "e", "on": "2027-03-01"}),
        (Scenario, {"id": "c"}),
        (Interest, {"id": "i", "weight": 2.0}),
    ],
)
def test_a_record_is_equal_after_a_dump_and_a_load(
    kind: type[Event | Scenario | Interest], given: dict[str, Any]
) -> None:
    record = kind.model_validate(given)
    assert kind.model_validate(record.model_dump(mode="json", by_alias=True)) == record
