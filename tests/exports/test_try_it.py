"""The sheet to play with: stored values are those of the analysis; inputs alone are open, and checked."""

from pathlib import Path

import openpyxl
import pytest

from exports.lint import check
from exports.report.by_draft import sheet_titles
from exports.report.live_words import NET_WORDS, VERDICT_WORDS
from tests.exports.reports import ReadBack, example, read_back, small
from tests.exports.tables import FEW_DRAWS, TryIt, random_draft, shape
from tests.workbook.analysis.designs import draft
from tests.workbook.analysis.win_win.tables import analysed, one_each, table
from tests.workbook.analysis.win_win.test_worked_example import worked_example
from workbook.model.draft import Draft

RANDOM = [random_draft(f"r{seed}", shape(seed), seed) for seed in range(12)]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> TryIt:
    path = tmp_path_factory.mktemp("worked") / "r.xlsx"
    return TryIt(read_back(path, small(worked_example())), "Ours")


@pytest.fixture(scope="module")
def random_read(tmp_path_factory: pytest.TempPathFactory) -> ReadBack:
    return read_back(tmp_path_factory.mktemp("random") / "r.xlsx", small(*RANDOM, settings=FEW_DRAWS))


def test_the_worked_example_is_stored_to_the_last_figure(worked: TryIt) -> None:
    assert list(worked.nets()) == [
        [1.25, 0.75, 0.25],
        [-0.5, 1, 1],
        [1.5, 0.5, -0.833333333],
        [1.25, 0.75, 0.25],
        [-0.5, 1, 1],
        [1.5, 0.5, 1.166666667],
    ]
    words = VERDICT_WORDS
    assert worked.row("Verdict") == [words["trade_off"], words["all_gain"], words["unknown"]]
    assert worked.row("Verdict as of 2027-03-01") == worked.row("Verdict")
    assert worked.row("Parties that gain") == [2, 3, 2]
    assert worked.row("Parties that lose") == [1, 0, 0]
    assert worked.row("Parties not yet known") == [0, 0, 1]
    assert worked.row("Net values of the parties together, at least") == [2.25, 2.25, 0.416667]
    assert worked.row("Net values of the parties together, at most") == [2.25, 2.25, 2.416667]
    assert worked.row("City") == [-0.5, 1, 1]
    assert worked.row("Red lines crossed") == worked.row("Red lines that may be crossed") == [0, 0, 0]


def test_with_the_missing_score_given_the_third_scenario_is_a_trade_off(tmp_path: Path) -> None:
    read = TryIt(read_back(tmp_path / "r.xlsx", small(worked_example(-1))), "Ours")
    assert read.row("Verdict")[2] == VERDICT_WORDS["trade_off"]
    assert [row[2] for row in read.nets()] == [0.25, 1, -0.166666667] * 2


@pytest.mark.parametrize("of_it", RANDOM, ids=lambda each: each.id)
def test_what_is_stored_is_what_the_analysis_says(random_read: ReadBack, of_it: Draft) -> None:
    found, sheet = analysed(of_it).figures, TryIt(random_read, of_it.id)
    rows = [verdict.values.rows for verdict in found.verdicts.values()]
    holders = sorted(found.values.holders, key=lambda each: not each.is_party)
    nets = list(sheet.nets())
    for at, holder in enumerate(holders):
        exact = [found.values.net(of_scenario[holder.id]) for of_scenario in rows]
        assert nets[at] == pytest.approx([float(net.low) for net in exact], abs=1e-9)
        assert nets[len(holders) + at] == pytest.approx([float(net.high) for net in exact], abs=1e-9)
    parties = [[row[party.id] for party in found.values.parties] for row in rows]
    assert sheet.row("Parties that gain") == [sum(one.gains is True for one in of_it) for of_it in parties]
    assert sheet.row("Parties that lose") == [sum(one.loses is True for one in of_it) for of_it in parties]
    assert sheet.row("Parties not yet known") == [sum(one.is_open for one in of_it) for of_it in parties]
    for word, verdict in zip(sheet.row("Verdict"), found.verdicts.values(), strict=True):
        assert word[0] in {True: "\N{CHECK MARK}", None: "?"}.get(
            verdict.outcome.win_win, "\N{BALLOT X}\N{EN DASH}?"
        )


def test_random_tables_hold_nearly_every_word(random_read: ReadBack) -> None:
    shown = {cell for each in RANDOM for cells in TryIt(random_read, each.id).cells for cell in cells[3:]}
    assert len({*NET_WORDS.values(), *VERDICT_WORDS.values()} & shown) >= 10


def test_a_scenario_that_changes_nothing_is_neutral_and_a_tie_is_a_tie(tmp_path: Path) -> None:
    # 0.1 * 3 + 0.3 * -1 is not 0 in binary fractions
    weights = {"a1": 0.1, "a2": 0.3}
    tied = table({"a": weights, "b": {"b1": None}}, {"tie": (3, -1, 0), "up": (3, 0, 1)})
    sheet = TryIt(read_back(tmp_path / "r.xlsx", small(tied)), "Ours")
    assert sheet.row("Verdict") == [VERDICT_WORDS["neutral"], VERDICT_WORDS["all_gain"]]
    assert next(sheet.nets())[0] == 0


def test_a_red_line_is_not_bought_off_and_who_is_affected_does_not_count(tmp_path: Path) -> None:
    of_it = table(
        {"a": {"a1": 3, "a2": 1}, "b": {"b1": None}, "c": {"c1": None}},
        {"crossed": (3, -2, 1, -3), "open": (3, None, 1, -3), "respected": (3, -1, 1, -3)},
        red_lines={"a2": -1},
        standing={"c": "affected"},
    )
    sheet = TryIt(read_back(tmp_path / "r.xlsx", small(of_it)), "Ours")
    assert sheet.row("Verdict") == [VERDICT_WORDS[key] for key in ("red_line", "unknown", "all_gain")]
    assert sheet.row("Red lines crossed") == [1, 0, 0]
    assert sheet.row("Red lines that may be crossed") == [0, 1, 0]
    assert sheet.row("C (affected, not counted)") == [-3, -3, -3]


def test_with_one_party_nothing_is_called_a_win_win(tmp_path: Path) -> None:
    sheet = TryIt(read_back(tmp_path / "r.xlsx", small(one_each({"up": (1,), "down": (-1,)}))), "Ours")
    assert sheet.row("Verdict")[0] == "\N{CHECK MARK} It gains"
    assert not any("Win-win" in str(cell) for cells in sheet.cells for cell in cells)


def test_without_a_party_there_is_no_verdict(tmp_path: Path) -> None:
    of_it = one_each({"up": (1,)}, standing={"a": "affected"})
    sheet = TryIt(read_back(tmp_path / "r.xlsx", small(of_it)), "Ours")
    assert sheet.row("Verdict") == ["No verdict: nobody is a party yet"]
    assert check(tmp_path / "r.xlsx") == ()


def test_inputs_alone_can_be_changed_and_each_is_checked(example_report: Path) -> None:
    book = openpyxl.load_workbook(example_report)
    sheets = [sheet for sheet in book if sheet.title.startswith("Try it")]
    assert len(sheets) == len(example().drafts)
    for of_it, sheet in zip(example().drafts, sheets, strict=True):
        assert sheet.protection.sheet
        assert not sheet.protection.password
        unlocked = [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
        counted = [each for each in of_it.stakeholders if each.standing != "context"]
        several = [each for each in counted if len(each.interests) > 1]
        expected = sum(len(each.interests) * (1 + len(of_it.scenarios)) for each in counted)
        expected += sum(len(each.interests) for each in several) + len(counted) + len(several)
        assert len(unlocked) == expected
        assert all(cell.data_type in {"n", "s"} for cell in unlocked)
        checked = [area for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges]
        assert all(any(cell.coordinate in area for area in checked) for cell in unlocked)


def test_a_score_that_nobody_gave_is_an_empty_cell(worked: TryIt) -> None:
    (reputation,) = (cells for cells in worked.cells if cells[0] == "\N{BULLET} reputation")
    assert reputation[3:] == [0, 1, None]


def test_drafts_that_cannot_be_tried_are_named_with_what_is_missing(tmp_path: Path) -> None:
    nobody = draft({}, "nobody", scenarios=[{"id": "s", "name": "S"}])
    nothing = draft({}, "nothing", stakeholders=[{"id": "a", "name": "A"}])
    read = read_back(tmp_path / "r.xlsx", small(worked_example(), nobody, nothing))
    for sheet in ("Try it", "Picture"):
        said = read.paragraphs(sheet)
        assert "Nobody: no stakeholder is at the table or affected." in said
        assert "Nothing: there is no scenario." in said
        assert f"{sheet} \N{EN DASH} Ours" in read.book.sheetnames


@pytest.mark.parametrize("name", ["a/b:c*?[d]\\", "'quoted'", "x" * 60, "\N{GRINNING FACE}" * 30, "History"])
def test_a_sheet_is_named_after_its_draft_as_far_as_excel_allows(tmp_path: Path, name: str) -> None:
    both = [worked_example().replace(id=each, name=name) for each in ("d", "e")]
    read_back(tmp_path / "r.xlsx", small(*both))
    assert check(tmp_path / "r.xlsx") == ()


def test_names_of_sheets_differ_even_where_only_their_ends_do() -> None:
    titles = list(sheet_titles("Try it", ["x" * 40 + end for end in "abc"]))
    assert len(set(titles)) == 3
    assert all(len(title) <= 31 for title in titles)
