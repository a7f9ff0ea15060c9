"""`export`: the report, as a user asks for it."""

from pathlib import Path

import openpyxl
import pytest

from tests.ui.conftest import Type


def all_texts(report: Path) -> list[str]:
    book = openpyxl.load_workbook(report)
    return [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]


def test_the_report_says_what_compare_says(example: Path, typed: Type, tmp_path: Path) -> None:
    report = tmp_path / "report.xlsx"
    answer = typed("export", example, "--to", report)
    assert (answer.status, answer.err) == (0, "")
    texts = all_texts(report)
    said = typed("compare", example, "--json").json
    nearest = [each["words"] for each in said["findings"] if each["id"].startswith("nearest.")]
    assert len(nearest) == 3
    for words in nearest + [pair["explanation"] for pair in said["pairs"]]:
        assert words in texts
    for draft in typed("analyse", example, "--json").json["drafts"].values():
        assert draft["profile"]["words"] in texts


def test_the_answer_names_what_is_in_the_report(example: Path, typed: Type, tmp_path: Path) -> None:
    report = tmp_path / "report.xlsx"
    answer = typed("export", example, "--to", report, "--draft", "river-flood", "--case", "flowminder")
    sheets = openpyxl.load_workbook(report).sheetnames
    words = f"holds the report on River flood, compared with Flowminder: {len(sheets)} sheets."
    assert words in answer.flat
    assert not any("School meals" in text for text in all_texts(report))


def test_drafts_of_several_files_stand_side_by_side(example: Path, typed: Type, tmp_path: Path) -> None:
    other, report = tmp_path / "other.partnership", tmp_path / "report.xlsx"
    typed("new", other, "--from-case", "flowminder")
    assert typed("export", example, other, "--to", report).status == 0
    texts = all_texts(report)
    assert "River flood" in texts
    assert "After Flowminder" in texts


def test_an_older_report_is_replaced(example: Path, typed: Type, tmp_path: Path) -> None:
    report = tmp_path / "report.xlsx"
    report.write_bytes(b"an older report")
    assert typed("export", example, "--to", report).status == 0
    assert openpyxl.load_workbook(report).sheetnames[0] == "Contents"


@pytest.mark.parametrize("name", ["e.partnership", "report.pdf", "report"])
def test_a_report_never_takes_the_name_of_something_else(
    name: str, example: Path, typed: Type, tmp_path: Path
) -> None:
    before = example.read_bytes()
    answer = typed("export", example, "--to", tmp_path / name)
    assert answer.status == 1
    assert answer.err == f"{tmp_path / name}: a report needs a name that ends with .xlsx.\n"
    assert example.read_bytes() == before
    assert list(tmp_path.iterdir()) == [example]


def test_a_folder_that_is_not_there_is_named(example: Path, typed: Type, tmp_path: Path) -> None:
    report = tmp_path / "no such folder" / "report.xlsx"
    answer = typed("export", example, "--to", report)
    assert answer.status == 1
    assert answer.err.startswith(f"{report}: cannot be saved: ")
    assert answer.err.count("\n") == 1


def test_an_unknown_draft_is_refused_and_an_older_report_stays(
    example: Path, typed: Type, tmp_path: Path
) -> None:
    report = tmp_path / "report.xlsx"
    report.write_bytes(b"an older report")
    answer = typed("export", example, "--to", report, "--draft", "x")
    assert answer.status == 1
    assert answer.err.startswith(f"{example}: there is no draft x (there: cold-chain,")
    assert report.read_bytes() == b"an older report"


def test_a_report_that_seems_to_be_open_is_replaced_with_a_warning(
    example: Path, typed: Type, tmp_path: Path
) -> None:
    report = tmp_path / "report.xlsx"
    report.write_bytes(b"an older report")
    (tmp_path / "~$report.xlsx").touch()
    answer = typed("export", example, "--to", report)
    assert answer.status == 0
    assert answer.err == (
        "“report.xlsx” seems to be open in Excel: close it there without saving, "
        "or the old contents may come back.\n"
    )
    assert openpyxl.load_workbook(report).sheetnames[0] == "Contents"
