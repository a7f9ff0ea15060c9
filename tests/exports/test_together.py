"""Drafts of several files in one workbook."""

from exports.report.together import SourceFile, together
from tests.exports.reports import example, small
from tests.workbook.analysis.designs import draft, own_case
from workbook.model.workbook import OwnEntry, Workbook


def files(*workbooks: Workbook) -> list[SourceFile]:
    return [
        SourceFile(f"folder/{letter}.partnership", each)
        for letter, each in zip("abc", workbooks, strict=False)
    ]


def test_one_file_with_different_drafts_stays_as_it_is() -> None:
    assert together(files(example())).workbook == example().replace(snapshots=())


def test_drafts_with_one_id_in_two_files_are_both_kept_and_both_found_by_it() -> None:
    merged = together(files(small(draft({}, "d")), small(draft({}, "d"))))
    assert [each.id for each in merged.workbook.drafts] == ["d", "d-2"]
    assert merged.drafts(["d"]) == ("d", "d-2")
    assert merged.drafts(["nobody"]) == ("nobody",)


def test_drafts_with_one_name_are_told_apart_by_their_file() -> None:
    first, second = draft({}, "one", name="Plan"), draft({}, "two", name="plan ")
    merged = together(files(small(first), small(second)))
    assert [each.name for each in merged.workbook.drafts] == ["Plan (a)", "plan (b)"]


def test_drafts_with_one_name_in_one_file_are_numbered() -> None:
    merged = together(files(small(draft({}, "x", name="Plan"), draft({}, "y", name="Plan"))))
    assert [each.name for each in merged.workbook.drafts] == ["Plan", "Plan (2)"]


def test_a_draft_without_a_name_is_called_by_its_id() -> None:
    assert together(files(small(draft({}, "x", name=" \n")))).workbook.drafts[0].name == "x"


def test_an_own_case_in_two_files_comes_once_unless_it_differs() -> None:
    here, there = own_case("harbour", {}), own_case("harbour", {}).replace(summary="Otherwise.")
    same = together(files(small(own_cases=(here,)), small(own_cases=(here,))))
    other = together(files(small(own_cases=(here,)), small(own_cases=(there,))))
    assert [case.id for case in same.workbook.own_cases] == ["harbour"]
    assert [case.id for case in other.workbook.own_cases] == ["harbour", "harbour-2"]
    assert other.workbook.own_cases[1].name.endswith("(b)")


def test_no_draft_gets_the_id_of_a_case_of_another_file() -> None:
    merged = together(files(small(own_cases=(own_case("harbour", {}),)), small(draft({}, "harbour"))))
    assert [each.id for each in merged.workbook.drafts] == ["ours", "theirs", "harbour-2"]


def test_own_entries_worded_differently_keep_both_wordings() -> None:
    entries = [
        OwnEntry(id="o1", catalogue="mechanisms", name=name, source="Us") for name in ("Trust", "A trust")
    ]
    merged = together(files(*(small(own_entries=(each,)) for each in entries)))
    (entry,) = merged.workbook.own_entries
    assert (entry.name, entry.source) == ("Trust; A trust", "Us")


def test_titles_and_facilitators_are_listed_once() -> None:
    merged = together(files(small(title="T", facilitator="A"), small(title="T", facilitator="B"))).workbook
    assert (merged.title, merged.facilitator) == ("T", "A; B")


def test_no_file_at_all_is_an_empty_workbook() -> None:
    assert together([]).workbook == Workbook()
