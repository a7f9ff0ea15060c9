"""The file as a whole: links, pictures, properties, odd input, and what happens when it cannot be written."""

import datetime as dt
import errno
import os
import zipfile
from contextlib import AbstractContextManager
from pathlib import Path
from unittest.mock import patch

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import HealthCheck, given, settings

import exports.lint
from exports.lint import Fault, check
from exports.report import build
from exports.report.content import Chosen, gather
from exports.report.sheet import Sheet, SheetsClash, all_sheets, sheets_of
from exports.report.together import SourceFile
from tests.builders import workbooks
from tests.exports.reports import LIBRARY, MADE_ON, ReadBack, example, read_back, small, write
from tests.workbook.analysis.designs import ISSUE, RESOURCE, draft, everywhere, own_case, votes
from workbook.analysis.comparison import UnknownColumnError
from workbook.model.workbook import Workbook
from workbook.persistence.problems import FileProblem, Unwritable

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"


def test_every_sheet_is_reached_from_the_first(example_read: ReadBack) -> None:
    first, *others = example_read.book.worksheets
    links = {cell.hyperlink.location for row in first.iter_rows() for cell in row if cell.hyperlink}
    assert links == {f"'{sheet.title}'!A1" for sheet in others}
    report = gather([SourceFile("a", example())], LIBRARY, MADE_ON)
    assert [sheet.title for sheet in (first, *others)] == [sheet.title for sheet in sheets_of(report)]


def test_there_are_two_charts_on_all_and_two_on_each_draft_and_each_says_in_words_what_it_shows(
    example_report: Path,
) -> None:
    with zipfile.ZipFile(example_report) as package:
        drawings = [name for name in package.namelist() if name.startswith("xl/drawings/drawing")]
        described = [
            shape.get("descr", "")
            for name in drawings
            for shape in fromstring(package.read(name)).iter(DRAWING)
        ]
    of_all, of_drafts = described[:2], described[2:]
    assert all("Cold chain" in words and "New York State (envisaged)" in words for words in of_all)
    assert len(of_drafts) == 2 * len(example().drafts)
    for of_it, words in zip(example().drafts, of_drafts[::2], strict=True):
        assert words.startswith("Bars around the line of no agreement")
        assert all(scenario.name in words for scenario in of_it.scenarios)


def test_the_first_sheet_says_who_when_and_how_to_read(example_read: ReadBack) -> None:
    said = " ".join(example_read.paragraphs("Contents"))
    for part in (example().title, example().facilitator, MADE_ON.isoformat(), "our assumption", "envisaged"):
        assert part in said


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    workbook = small(title="Fruit", facilitator="Maren")
    source = SourceFile("fruit.partnership", workbook, document_id="d0c")
    build.write_report(tmp_path / "r.xlsx", [source], LIBRARY, MADE_ON)
    book = ReadBack(tmp_path / "r.xlsx").book
    assert (book.properties.title, book.properties.creator) == ("Fruit", "Maren")
    assert book.properties.created == dt.datetime(2027, 3, 1)  # noqa: DTZ001 - openpyxl leaves out the zone
    properties = book.custom_doc_props  # type: ignore[attr-defined] # missing in the stubs
    assert {each.name: each.value for each in properties.props} == {
        "Document id": "d0c",
        "Language": "en",
    }


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "r.xlsx", example())
    assert (tmp_path / "one/r.xlsx").read_bytes() == (tmp_path / "other/r.xlsx").read_bytes()


@pytest.mark.parametrize("typed", ["=1+1", '=HYPERLINK("http://x")', "+1", "@SUM(A1)", "{=1}", "_x0041_"])
def test_what_looks_like_a_formula_stays_text(tmp_path: Path, typed: str) -> None:
    workbook = small(
        draft({"orientation": ISSUE}, "d", name=typed, framing={"setting": typed}),
        facilitator=typed,
        title=typed,
    )
    read = read_back(tmp_path / "r.xlsx", workbook)
    formulas = [
        cell for page in read.book for row in page.iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert {cell.parent.title for cell in formulas} == {"Pairs"}
    (setting,) = (row for row in read.rows("Drafts") if row["About"] == "Setting")
    assert typed in setting.values()


def test_drafts_with_one_name_and_one_id_get_columns_of_their_own(tmp_path: Path) -> None:
    one = small(draft(everywhere(RESOURCE), "d", name="Plan"), draft({}, "e", name="plan"))
    other = small(draft(everywhere(ISSUE), "d", name="Plan"))
    read = read_back(tmp_path / "r.xlsx", one, other, chosen=Chosen(drafts=("d",)))
    shares = {row["Draft or case"]: row["Issue (I)"] for row in read.rows("Platforms")}
    assert shares["Plan (a)"] == 0
    assert shares["Plan (b)"] == 1
    assert "plan (a) (2)" not in shares


def test_a_draft_called_like_a_case_is_told_from_it(tmp_path: Path) -> None:
    written = write(tmp_path / "r.xlsx", small(draft({}, "d", name="Case: FloraHolland")))
    assert written.drafts == ("Case: FloraHolland",)
    assert "Case: FloraHolland (2)" in ReadBack(tmp_path / "r.xlsx").rows("Similarity")[0]


@pytest.mark.parametrize(
    "workbook",
    [
        Workbook(),
        small(draft({}, "empty", name="")),
        small(draft({"orientation": votes(1, 1, 1)}, "split")),
        small(own_cases=(own_case("harbour", {"orientation": ISSUE}),)),
        small(*(draft({"orientation": ISSUE}, f"d{number}") for number in range(12))),
        small(draft({}, "long", framing={"setting": "many words " * 4_000}, summary="\n".join("x" * 200))),
    ],
    ids=["nothing", "an empty draft", "a split room", "an own case", "twelve drafts", "long texts"],
)
def test_whatever_is_in_the_workbook_the_report_is_sound(tmp_path: Path, workbook: Workbook) -> None:
    write(tmp_path / "r.xlsx", workbook)
    assert check(tmp_path / "r.xlsx") == ()


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(workbooks())
def test_any_workbook_at_all_gives_a_sound_report(tmp_path: Path, workbook: Workbook) -> None:
    write(tmp_path / "r.xlsx", workbook)
    assert check(tmp_path / "r.xlsx") == ()


def test_a_text_too_long_for_a_row_goes_on_in_the_next(tmp_path: Path) -> None:
    words = " ".join(str(number) for number in range(5_000))
    read = read_back(tmp_path / "r.xlsx", small(draft({}, "d", name="D", framing={"setting": words})))
    parts = [row["D"] for row in read.rows("Drafts") if row["About"] in {"Setting", "Setting (continued)"}]
    assert len(parts) > 5
    assert " ".join(parts) == words


def test_a_text_too_long_for_a_cell_is_cut_and_reported(tmp_path: Path) -> None:
    written = write(tmp_path / "r.xlsx", small(draft({}, "d", framing={"setting": "w " * 20_000})))
    assert written.cut
    assert all(place.startswith("Drafts, row ") for place in written.cut)


def test_cases_that_were_chosen_are_the_only_ones_compared_and_told(tmp_path: Path) -> None:
    read = read_back(tmp_path / "r.xlsx", example(), chosen=Chosen(cases=("nyc311", "flowminder")))
    assert {row["Case"] for row in read.rows("Cases")} == {"NYC311", "Flowminder"}
    assert set(read.rows("Similarity")[0]) >= {"Case: NYC311", "Case: Flowminder"}
    assert "Case: FloraHolland" not in read.rows("Similarity")[0]


def test_without_a_choice_every_case_of_the_library_is_told(example_read: ReadBack) -> None:
    assert {row["Case"] for row in example_read.rows("Cases")} == {case.label for case in LIBRARY.cases}


def test_an_unknown_id_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownColumnError, match="there is no case nowhere"):
        write(tmp_path / "r.xlsx", small(), chosen=Chosen(cases=("nowhere",)))
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------------------------ when it goes wrong

EARLIER = b"an earlier report"


def cannot_write(*_: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def cannot_replace(*_: object) -> None:
    raise OSError(errno.EACCES, os.strerror(errno.EACCES))


def refused(*_: object) -> int:
    return -2


WRITE_STRING = "xlsxwriter.worksheet.Worksheet.write_string"
FAULTY = (Fault("a_rule", "Summary, A1", "something is wrong"),)

FAILURES: dict[str, tuple[AbstractContextManager[object], str]] = {
    "the disk is full": (patch.object(os, "write", cannot_write), "the disk is full"),
    "the file is held": (patch.object(os, "replace", cannot_replace), "another program holds the file"),
    "a cell is refused": (patch(WRITE_STRING, refused), "Contents, row 1: a text could not be written"),
    "a fault is found": (patch.object(exports.lint, "check", lambda _: FAULTY), "something is wrong"),
}


@pytest.mark.parametrize("why", FAILURES)
def test_a_failure_leaves_the_earlier_report_and_nothing_else(tmp_path: Path, why: str) -> None:
    target = tmp_path / "report.xlsx"
    target.write_bytes(EARLIER)
    failure, words = FAILURES[why]
    with failure, pytest.raises(FileProblem) as raised:
        write(target, small())
    assert target.read_bytes() == EARLIER
    assert list(tmp_path.iterdir()) == [target]
    assert str(raised.value).startswith(f"{target}: ")
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_report_is_not_written_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="there is no folder"):
        write(tmp_path / "nowhere" / "r.xlsx", small())


def test_a_warning_of_the_writer_is_a_failure_and_not_a_missing_cell() -> None:
    report = gather([SourceFile("a", small())], LIBRARY, MADE_ON)
    with (
        patch("exports.report.page.Page._add_table", lambda page, *_: page.sheet.set_footer("f" * 256)),
        pytest.raises(UserWarning, match="255 characters"),
    ):
        build.as_bytes(report, "r.xlsx")


def test_two_sheets_cannot_have_one_title() -> None:
    twice = Sheet("Contents", 1, "", lambda *_: None)
    all_sheets.cache_clear()
    with patch("exports.report.sheets.sources.SHEET", twice), pytest.raises(SheetsClash, match="title"):
        all_sheets()
    all_sheets.cache_clear()
