"""Every rule of the lint finds the fault it is for, and an honest report has none."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from exports.lint import check
from exports.lint.check import all_rules
from exports.report.content import Chosen
from tests.exports.reports import small, write

Edit = Callable[[openpyxl.Workbook], object]
Package = dict[str, bytes]

SUMMARY, PAIRS = "xl/worksheets/sheet2.xml", "xl/worksheets/sheet7.xml"
SUMMARY_TABLE = "xl/tables/table2.xml"
FORMULA = "ROUND(AVERAGE(E4:L4),6)"


def replaced(part: str, old: str, new: str) -> Callable[[Package], None]:
    """A change of one part of the file, by a pattern that must be there."""

    def change(package: Package) -> None:
        text = package[part].decode("utf-8")
        assert re.search(old, text), f"{old} is not in {part}"
        package[part] = re.sub(old, new, text, count=1).encode("utf-8")

    return change


def all_hidden(package: Package) -> None:
    text = package["xl/workbook.xml"].decode("utf-8")
    package["xl/workbook.xml"] = text.replace("<sheet name=", '<sheet state="hidden" name=').encode("utf-8")


def with_macros(package: Package) -> None:
    package["xl/vbaProject.bin"] = b"macro"


IN_THE_FILE: list[tuple[str, Callable[[Package], None]]] = [
    ("reading_it_raises_no_warning", replaced("xl/workbook.xml", 'name="Sources"', f'name="{"S" * 32}"')),
    ("sheet_names_are_allowed", replaced("xl/workbook.xml", 'name="Sources"', f'name="{"S" * 32}"')),
    ("sheet_names_are_allowed", replaced("xl/workbook.xml", 'name="Sources"', 'name="SUMMARY"')),
    ("sheet_names_are_allowed", replaced("xl/workbook.xml", 'name="Sources"', 'name="History"')),
    ("sheet_names_are_allowed", replaced("xl/workbook.xml", 'name="Sources"', 'name="a\'"')),
    ("a_sheet_is_visible", all_hidden),
    ("the_file_says_what_it_is", replaced("docProps/core.xml", "<dc:title>.*?</dc:title>", "")),
    ("nothing_foreign_is_inside", with_macros),
    ("texts_fit_into_their_cells", replaced("xl/sharedStrings.xml", "Which platform\\?", "w" * 32_768)),
    ("texts_fit_into_their_cells", replaced("xl/sharedStrings.xml", "Which platform\\?", "😀" * 16_384)),
    ("texts_hold_no_control_characters", replaced("xl/sharedStrings.xml", "Which platform", "W_x0001_")),
    (
        "links_lead_somewhere",
        replaced("xl/worksheets/sheet1.xml", "location=\"'Drafts'", "location=\"'Lost'"),
    ),
    ("table_headers_are_unique_and_filled", replaced(SUMMARY_TABLE, 'name="Question"', 'name="DRAFT"')),
    ("table_headers_are_unique_and_filled", replaced(SUMMARY_TABLE, 'name="Question"', 'name=" "')),
    (
        "table_headers_are_unique_and_filled",
        replaced(SUMMARY_TABLE, 'name="Question"', f'name="{"Q" * 256}"'),
    ),
    ("table_headers_equal_their_cells", replaced(SUMMARY_TABLE, 'name="Question"', 'name="Ask"')),
    ("table_names_are_allowed", replaced(SUMMARY_TABLE, 'displayName="Summary_1_table"', 'displayName="T1"')),
    (
        "table_names_are_allowed",
        replaced(SUMMARY_TABLE, 'displayName="Summary_1_table"', 'displayName="drafts_1_TABLE"'),
    ),
    ("tables_have_alternative_texts", replaced(SUMMARY_TABLE, "<extLst>.*</extLst>", "")),
    ("formulas_are_whole", replaced(PAIRS, re.escape(FORMULA), "ROUND(AVERAGE(E4:L4),6")),
    ("formulas_are_whole", replaced(PAIRS, re.escape(FORMULA), "AVERAGE(E4:L4))+(1")),
    ("functions_are_known", replaced(PAIRS, re.escape(FORMULA), "XLOOKUP(E4,F4:L4,F4:L4)")),
    ("formulas_point_at_existing_sheets", replaced(PAIRS, re.escape(FORMULA), "SUM('No where'!A1:A2)")),
    ("formulas_point_at_cells", replaced(PAIRS, re.escape(FORMULA), "SUM(Pairs_1_table[Similarity])")),
    ("formulas_hold_no_text", replaced(PAIRS, re.escape(FORMULA), 'IF(E4=1,"typed",0)')),
    ("formulas_have_their_value", replaced(PAIRS, f"(<f>{re.escape(FORMULA)}</f>)<v>[^<]*</v>", r"\1")),
    (
        "formulas_have_their_value",
        replaced(PAIRS, f"(<f>{re.escape(FORMULA)}</f>)<v>[^<]*</v>", r"\1<v>x</v>"),
    ),
    (
        "nothing_is_an_error",
        replaced(
            PAIRS, f'(<c r="C4"[^>]*)><f>{re.escape(FORMULA)}</f><v>[^<]*</v>', r'\1 t="e"><v>#REF!</v>'
        ),
    ),
    (
        "nothing_is_an_error",
        replaced(
            PAIRS, f'(<c r="C4"[^>]*)>(<f>{re.escape(FORMULA)}</f>)<v>[^<]*</v>', r'\1 t="e">\2<v>#DIV/0!</v>'
        ),
    ),
    ("charts_have_alternative_texts", replaced("xl/drawings/drawing1.xml", 'descr="[^"]*"', 'descr=" "')),
    ("charts_draw_existing_cells", replaced("xl/charts/chart1.xml", "<c:f>Platforms!", "<c:f>Lost!")),
    (
        "charts_draw_existing_cells",
        replaced(
            "xl/charts/chart1.xml", r"<c:f>Platforms!\$B[^<]*</c:f>", "<c:f>Platforms!$B$2:$B$999</c:f>"
        ),
    ),
    (
        "chart_labels_are_short",
        replaced("xl/charts/chart1.xml", "<c:v>Ours</c:v>", "<c:v>Ours, the whole of it</c:v>"),
    ),
    ("sheets_are_set_up_for_print", replaced(SUMMARY, 'paperSize="9" ', "")),
    ("sheets_are_set_up_for_print", replaced(SUMMARY, 'fitToPage="1"', 'fitToPage="0"')),
    ("sheets_are_set_up_for_print", replaced(SUMMARY, "Page &amp;P of &amp;N", "Page")),
    (
        "sheets_are_set_up_for_print",
        replaced(
            "xl/workbook.xml", '<definedName name="_xlnm.Print_Titles"[^>]*>Summary![^<]*</definedName>', ""
        ),
    ),
    (
        "wrapped_rows_have_a_height",
        replaced(SUMMARY, r'(<row r="5"[^>]*) ht="[^"]*" customHeight="1"', r"\1"),
    ),
    ("columns_have_a_width", replaced(SUMMARY, "<cols>.*</cols>", "")),
    (
        "every_sheet_is_linked_from_the_first",
        replaced("xl/worksheets/sheet1.xml", "location=\"'Drafts'", "location=\"'Summary'"),
    ),
    ("can_be_read", replaced("xl/workbook.xml", "</workbook>", "")),
]


def name_of_an_area(name: str, area: str) -> Edit:
    return lambda book: book.defined_names.add(DefinedName(name, attr_text=area))


def validation(**options: object) -> Edit:
    return lambda book: book["Summary"].add_data_validation(
        DataValidation(sqref="A1", **options)  # type: ignore[arg-type] # as each case of the table gives them
    )


def footer(book: openpyxl.Workbook) -> None:
    printed = book["Summary"].oddFooter
    assert printed is not None
    printed.left.text = "f" * 250


def filter_over_the_table(book: openpyxl.Workbook) -> None:
    book["Summary"].auto_filter.ref = "A3:E9"


def open_to_change(book: openpyxl.Workbook) -> None:
    book["Summary"]["A1"].protection = Protection(locked=False)


def open_to_anything(book: openpyxl.Workbook) -> None:
    book["Summary"].protection.enable()
    open_to_change(book)


def locked_away(book: openpyxl.Workbook) -> None:
    book["Summary"].protection.set_password("secret")
    book["Summary"].protection.enable()


def long_link(book: openpyxl.Workbook) -> None:
    book["Summary"]["A1"].hyperlink = "https://example.org/" + "a" * 2_070


BY_OPENPYXL: list[tuple[str, Edit]] = [
    ("defined_names_are_allowed", name_of_an_area("AB12", "Summary!$A$1")),
    ("defined_names_are_allowed", name_of_an_area("Fine", "Nowhere!$A$1")),
    ("links_lead_somewhere", long_link),
    ("lists_to_choose_from_fit", validation(type="list", formula1=f'"{"a," * 130}"')),
    ("prompts_fit", validation(type="whole", formula1="1", prompt="p" * 256)),
    ("prompts_fit", validation(type="whole", formula1="1", errorTitle="t" * 33)),
    ("headers_and_footers_fit", footer),
    ("areas_are_apart", lambda book: book["Summary"].merge_cells("A4:B4")),
    ("areas_are_apart", lambda book: book["Summary"].merge_cells("A1:B2")),
    ("no_filter_lies_over_a_table", filter_over_the_table),
    ("protection_needs_no_password", locked_away),
    ("what_may_be_changed_is_checked", open_to_change),
    ("what_may_be_changed_is_checked", open_to_anything),
]


def rules_broken(path: Path) -> set[str]:
    return {fault.rule for fault in check(path)}


@pytest.fixture(scope="module")
def honest_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short one: every rule reads the whole file."""
    path = tmp_path_factory.mktemp("honest") / "report.xlsx"
    write(path, small(), chosen=Chosen(cases=("flowminder",)))
    return path


def test_an_honest_report_has_no_fault(example_report: Path, honest_report: Path) -> None:
    assert check(example_report) == ()
    assert check(honest_report) == ()


@pytest.mark.parametrize(("rule", "change"), IN_THE_FILE)
def test_a_fault_in_the_file_is_found(
    honest_report: Path, tmp_path: Path, rule: str, change: Callable[[Package], None]
) -> None:
    with zipfile.ZipFile(honest_report) as honest:
        package = {name: honest.read(name) for name in honest.namelist()}
    change(package)
    faulty = tmp_path / "faulty.xlsx"
    with zipfile.ZipFile(faulty, "w") as written:
        for name, data in package.items():
            written.writestr(name, data)
    assert rule in rules_broken(faulty)


@pytest.fixture(scope="module")
def through_openpyxl(honest_report: Path) -> bytes:
    """What openpyxl makes of an honest report: it loses alternative texts and stored values, and no more."""
    buffer = io.BytesIO()
    openpyxl.load_workbook(honest_report).save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(("rule", "edit"), BY_OPENPYXL)
def test_a_fault_that_openpyxl_lets_pass_is_found(
    through_openpyxl: bytes, tmp_path: Path, rule: str, edit: Edit
) -> None:
    path = tmp_path / "faulty.xlsx"
    path.write_bytes(through_openpyxl)
    assert rule not in rules_broken(path)
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    assert rule in rules_broken(path)


def test_every_rule_has_a_fault_that_it_finds() -> None:
    found = {rule for rule, _ in (*IN_THE_FILE, *BY_OPENPYXL)}
    assert found - {"can_be_read"} == {rule.__name__ for rule in all_rules()}


@pytest.mark.parametrize("data", [b"", b"no spreadsheet", b"PK\x03\x04 cut short"])
def test_what_is_no_spreadsheet_at_all_is_a_fault_and_no_crash(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "r.xlsx").write_bytes(data)
    (fault,) = check(tmp_path / "r.xlsx")
    assert fault.rule == "can_be_read"
    assert "\n" not in fault.words
