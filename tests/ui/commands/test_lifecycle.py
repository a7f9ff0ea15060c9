"""The commands of the lifecycle: `move`, `snapshot`, and what `show` and `analyse` say of it."""

from pathlib import Path

import pytest

from tests.ui.conftest import Type
from tests.workbook.analysis.lifecycle.ready import READY, at_stage, but
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read
from workbook.persistence.writing import create

UNSHARED = but(
    ("data_flows/yields/legal_basis", ""),
    ("data_flows/yields/safeguards", ""),
    draft=at_stage("sharing"),
)

NO_REASON = (
    "On the way to Closed this is neither met nor overridden: The reason for closing (renewal.reason)."
)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A file with one draft at Sharing, for which two things are missing."""
    return create(tmp_path / "ours.partnership", Workbook(title="Ours", drafts=(UNSHARED,))).path


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A file with one draft at Frame, for which nothing is missing."""
    return create(tmp_path / "ready.partnership", Workbook(title="Ready", drafts=(READY,))).path


def test_a_move_for_which_all_is_there_is_made_and_saved_under_the_next_revision(
    ready: Path, typed: Type
) -> None:
    answer = typed("move", ready, "--draft", "ours", "--to", "interests", "--because", "Done", "--by", "Ana")
    assert (answer.status, answer.err) == (0, "")
    assert f"{ready}: Ours moved from Frame to Interests." in answer.flat
    assert "4 conditions held: - The societal problem in writing" in answer.flat
    assert "overridden" not in answer.flat
    opened = read(ready)
    assert opened.head.revision == 2
    (move,) = opened.workbook.drafts[0].lifecycle.moves
    assert (move.to, move.because, move.by, move.at.tzinfo is not None) == ("interests", "Done", "Ana", True)
    (snapshot,) = opened.workbook.snapshots
    assert snapshot.draft == READY
    assert f"“Before moving to Interests” ({snapshot.id})" in answer.flat


def test_a_move_whose_conditions_are_not_met_leaves_the_file_and_lists_them_in_one_sentence(
    ours: Path, typed: Type
) -> None:
    before = ours.read_bytes()
    answer = typed("move", ours, "--draft", "ours", "--to", "scale_up")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == (
        f"{ours}: On the way to Scale-up these are neither met nor overridden: "
        "A legal basis for the data from Growers to Agency (sharing.legal_basis.yields); "
        "Safeguards for the data from Growers to Agency (sharing.safeguards.yields).\n"
    )
    assert ours.read_bytes() == before


def test_of_many_conditions_none_is_left_out_and_the_sentence_stays_on_one_line(
    tmp_path: Path, typed: Type
) -> None:
    nameless = but(("stakeholders/growers/name", "Growers\nof the valley"))
    empty = but(
        ("framing/public_value", ""),
        ("chosen_scenario", None),
        *((f"stakeholders/{each}/without_agreement", "") for each in ("growers", "agency", "villages")),
        draft=nameless,
    )
    path = create(tmp_path / "many.partnership", Workbook(drafts=(empty,))).path
    answer = typed("move", path, "--draft", "ours", "--to", "sharing", "--by", "Ana")
    assert answer.status == 1
    assert answer.err.count("\n") == 1
    missing = ["frame.public_value", "interests.without.villages", "win_wins.chosen", "alignment.procedural"]
    assert all(f"({each})" in answer.err for each in missing)


def test_a_reason_and_a_name_alone_override_all_that_is_not_met(ours: Path, typed: Type) -> None:
    answer = typed(
        "move", ours, "--draft", "ours", "--to", "scale_up", "--because", "Not reported", "--by", "Ana"
    )
    assert answer.status == 0
    assert "1 condition held: - A start date for the data from Growers to Agency" in answer.flat
    assert (
        "2 conditions overridden by Ana: - A legal basis for the data from Growers to Agency: Not reported "
        "- Safeguards for the data from Growers to Agency: Not reported"
    ) in answer.flat
    kept = read(ours).workbook.drafts[0].lifecycle.moves[-1].overridden
    assert [(each.condition, each.because) for each in kept] == [
        ("sharing.legal_basis.yields", "Not reported"),
        ("sharing.safeguards.yields", "Not reported"),
    ]


def test_a_reason_without_a_name_overrides_nothing(ours: Path, typed: Type) -> None:
    answer = typed("move", ours, "--draft", "ours", "--to", "scale_up", "--because", "Not reported")
    assert answer.status == 1
    assert read(ours).head.revision == 1


def test_conditions_can_be_overridden_one_by_one_and_then_only_those_are(ours: Path, typed: Type) -> None:
    to = ("move", ours, "--draft", "ours", "--to", "scale_up", "--because", "Onwards", "--by", "Ana")
    first = ("--override", "sharing.legal_basis.yields=In the contract = signed")
    one = typed(*to, *first)
    assert one.status == 1
    assert "sharing.safeguards.yields" in one.err
    assert "sharing.legal_basis.yields" not in one.err
    both = typed(*to, *first, "--override", "sharing.safeguards.yields=The flood")
    assert both.status == 0
    move = read(ours).workbook.drafts[0].lifecycle.moves[-1]
    assert move.because == "Onwards"
    assert [each.because for each in move.overridden] == ["In the contract = signed", "The flood"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--to", "sharing"), "It stands at Sharing already."),
        (
            ("--to", "scale_up", "--by", "Ana", "--override", "frame.colour=Blue"),
            "Nothing called frame.colour is asked on the way to Scale-up.",
        ),
        (
            ("--to", "scale_up", "--override", "sharing.legal_basis.yields=x", "--override",
             "sharing.safeguards.yields=x"),
            "Who overrides a condition gives a name.",
        ),
        (
            ("--to", "closed"),
            NO_REASON,
        ),
    ],
)  # fmt: skip
def test_a_move_that_is_refused_names_file_and_cause(
    options: tuple[str, ...], sentence: str, ours: Path, typed: Type
) -> None:
    before = ours.read_bytes()
    answer = typed("move", ours, "--draft", "ours", *options)
    assert (answer.status, answer.out, answer.err) == (1, "", f"{ours}: {sentence}\n")
    assert ours.read_bytes() == before


def test_closing_with_a_reason_needs_no_override_where_the_lessons_are_written(
    ours: Path, typed: Type
) -> None:
    answer = typed("move", ours, "--draft", "ours", "--to", "closed", "--because", "It is done.")
    assert answer.status == 0
    assert "2 conditions held: - The reason for closing - The lessons in writing" in answer.flat


def test_a_move_on_which_nothing_is_asked_says_so_and_a_renewal_names_the_cycle(
    tmp_path: Path, typed: Type
) -> None:
    path = create(tmp_path / "r.partnership", Workbook(drafts=(at_stage("renewal"),))).path
    answer = typed("move", path, "--draft", "ours", "--to", "win_wins")
    assert "moved from Renewal to Win-wins, in cycle 2." in answer.flat
    assert "Nothing was asked on the way." in answer.flat


@pytest.mark.parametrize(
    "options",
    [
        ("--to", "trigger"),
        ("--to", "interests", "--override", "frame.problem"),
        ("--to", "interests", "--override", "=Why not"),
        ("--to", "interests", "--override", "frame.problem= "),
        (),
    ],
)
def test_a_stage_that_is_none_and_an_override_without_a_reason_are_wrong_usage(
    options: tuple[str, ...], ready: Path, typed: Type
) -> None:
    assert typed("move", ready, "--draft", "ours", *options).status == 2
    assert read(ready).head.revision == 1


@pytest.mark.parametrize("command", [("move", "--to", "interests"), ("snapshot", "--name", "Now")])
def test_a_draft_that_is_not_there_is_refused_with_those_that_are(
    command: tuple[str, ...], ready: Path, typed: Type
) -> None:
    name, *options = command
    answer = typed(name, ready, "--draft", "nobody", *options)
    assert (answer.status, answer.err) == (1, f"{ready}: there is no draft nobody (there: ours)\n")


def test_a_snapshot_is_kept_under_its_name(ready: Path, typed: Type) -> None:
    answer = typed("snapshot", ready, "--draft", "ours", "--name", "After lunch", "--by", "Ana")
    opened = read(ready)
    (snapshot,) = opened.workbook.snapshots
    assert (answer.status, answer.err) == (0, "")
    assert answer.flat == f"{ready}: Ours is kept as it stands: “After lunch” ({snapshot.id})."
    assert (snapshot.name, snapshot.by, snapshot.reason) == ("After lunch", "Ana", "by_hand")
    assert (snapshot.draft, opened.head.revision) == (READY, 2)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, typed: Type) -> None:
    answer = typed("snapshot", tmp_path / "none.partnership", "--draft", "ours", "--name", "Now")
    assert answer.status == 1
    assert answer.err.startswith(f"{tmp_path / 'none.partnership'}: cannot be read")


def test_show_says_stage_next_gate_and_what_is_due(ours: Path, typed: Type) -> None:
    shown = typed("show", ours).flat
    assert "Stage Sharing, since 1 March 2027." in shown
    assert "Next gate 1 of 3 conditions of the gate out of Sharing is met." in shown
    assert "Due No review date: such partnerships tend to stay one-off." in shown
    ((said,),) = (each["drafts"].values() for each in typed("show", ours, "--json").json["files"])
    lifecycle = said["lifecycle"]
    assert (lifecycle["stage"], lifecycle["since"]) == ("sharing", "2027-03-01")
    assert lifecycle["next_gate"]["unmet"] == ["sharing.legal_basis.yields", "sharing.safeguards.yields"]
    assert lifecycle["due"] == ["No review date: such partnerships tend to stay one-off."]


def test_show_says_of_a_closed_draft_that_no_gate_lies_ahead(tmp_path: Path, typed: Type) -> None:
    path = create(tmp_path / "c.partnership", Workbook(drafts=(at_stage("sharing", "closed"),))).path
    shown = typed("show", path).flat
    assert "Next gate none: it is closed" in shown
    assert "Due nothing" in shown


def test_analyse_says_in_words_where_it_stands_and_what_the_gate_ahead_still_asks(
    ours: Path, typed: Type
) -> None:
    said = typed("analyse", ours, "--draws", "100").flat
    assert "Lifecycle - Sharing, since 1 March 2027." in said
    assert (
        "Not met: - A legal basis for the data from Growers to Agency (sharing.legal_basis.yields). "
        "Nothing is written yet."
    ) in said
    assert "Resource-dependence: Frame, Interests, Win-wins, Business case" in said


def test_analyse_tells_programs_every_gate_and_gives_the_reasons_in_findings(ours: Path, typed: Type) -> None:
    said = typed("analyse", ours, "--draws", "100", "--json").json["drafts"]["ours"]
    states = {each["id"]: each["state"] for each in said["lifecycle"]["gates"]["sharing"]}
    assert states == {
        "sharing.start_date.yields": "met",
        "sharing.legal_basis.yields": "not_met",
        "sharing.safeguards.yields": "not_met",
    }
    found = {each["id"]: each for each in said["findings"]}
    assert found["lifecycle.stage.ours"]["value"] == "sharing"
    assert found["lifecycle.condition.sharing.legal_basis.yields.ours"]["citation"] == (
        load().stage("sharing").citation
    )


def test_with_unknown_weights_the_win_win_that_a_gate_asks_for_is_open(ready: Path, typed: Type) -> None:
    def win_win(*options: str) -> str:
        said = typed("analyse", ready, "--draws", "100", "--json", *options).json["drafts"]["ours"]
        state: str = said["lifecycle"]["gates"]["win_wins"][1]["state"]
        return state

    assert (win_win(), win_win("--weights", "unknown")) == ("met", "not_met")
