"""The report read back says what the analysis says: every figure, every sentence."""

from collections.abc import Callable
from typing import Any

import pytest

from exports.report.headers import labels
from tests.exports.reports import LIBRARY, ReadBack, example
from workbook.analysis.comparison import Comparison, compare, subjects
from workbook.analysis.design import DesignAnalysis, analyse
from workbook.analysis.position import position_in_words
from workbook.analysis.profile import profile
from workbook.analysis.subject import Subject
from workbook.analysis.win_win.findings import win_win
from workbook.analysis.win_win.sources import SOURCES
from workbook.analysis.wording import capitalised, of_100, parts_of_100, similarity_words
from workbook.model.mix import exact
from workbook.model.vocabulary import DIMENSIONS, PLATFORMS

WORKBOOK = example()
COLUMNS = subjects(WORKBOOK, LIBRARY)
ENVISAGED = "New York State"


def title(column: Subject) -> str:
    return f"Case: {column.name}" if column.kind == "case" else column.name


TITLES = {column.id: title(column) for column in COLUMNS}


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(COLUMNS, LIBRARY, WORKBOOK.own_entries)


@pytest.fixture(scope="module")
def analyses() -> dict[str, DesignAnalysis]:
    return {TITLES[draft.id]: analyse(draft, LIBRARY) for draft in WORKBOOK.drafts}


def test_every_pair_has_its_figures_and_its_explanation(
    example_read: ReadBack, comparison: Comparison
) -> None:
    rows = {(row["One"], row["The other"]): row for row in example_read.rows("Pairs")}
    assert len(rows) == len(comparison.pairs) == 15
    for pair in comparison.pairs:
        row = rows[TITLES[pair.a], TITLES[pair.b]]
        assert row["Similarity"] == pytest.approx(pair.similarity, abs=1e-6)
        assert row["Dimensions compared"] == pair.dimensions_compared
        assert row["Why this figure"] == pair.finding.words
        for dimension in DIMENSIONS:
            shown = row[LIBRARY.dimension(dimension).short_name]
            assert shown == getattr(pair.by_dimension, dimension)


def test_the_mean_of_a_pair_is_a_live_formula_over_its_own_row(example_read: ReadBack) -> None:
    page = example_read.book["Pairs"]
    (table,) = page.tables.values()
    _, *rows = page[table.ref]
    for row in rows:
        number = row[0].row
        assert row[2].value == f"=ROUND(AVERAGE(E{number}:L{number}),6)"
        known = [cell.value for cell in row[4:12] if cell.value is not None]
        stored = example_read.values["Pairs"].cell(number, 3).value
        assert stored == pytest.approx(sum(known) / len(known), abs=1e-6)


def test_the_matrix_says_each_similarity_in_words_and_parts(
    example_read: ReadBack, comparison: Comparison
) -> None:
    rows = {row["Draft or case"]: row for row in example_read.rows("Similarity")}
    for pair in comparison.pairs:
        assert pair.similarity is not None
        share = exact(pair.similarity)
        expected = f"{similarity_words(share)}\n{of_100(share)}"
        assert rows[TITLES[pair.a]][TITLES[pair.b]] == rows[TITLES[pair.b]][TITLES[pair.a]] == expected
        assert pair.finding.words.startswith(
            f"{pair_names(pair.a)} and {pair_names(pair.b)} are {similarity_words(share)}: {of_100(share)}"
        )


def pair_names(column: str) -> str:
    return next(each.name for each in COLUMNS if each.id == column)


def test_every_draft_has_its_figure_for_every_case_and_its_nearest(
    example_read: ReadBack, comparison: Comparison
) -> None:
    rows = {row["Draft"]: row for row in example_read.rows("Nearest cases")}
    for nearest in comparison.nearest:
        row = rows[TITLES[nearest.draft]]
        assert row["Nearest case"] == nearest.finding.words
        for case in ("floraholland", "flowminder", "nys_food_traceability"):
            assert row[TITLES[case]] == comparison.pair(nearest.draft, case).similarity


def test_every_profile_has_its_shares_and_its_sentence(example_read: ReadBack) -> None:
    rows = {row["Draft or case"]: row for row in example_read.rows("Platforms")}
    for column in COLUMNS:
        expected, row = profile(column, LIBRARY), rows[TITLES[column.id]]
        assert expected.shares is not None
        shares = [row["Resource (R)"], row["Issue (I)"], row["Sector (S)"]]
        assert shares == [getattr(expected.shares, platform) for platform in PLATFORMS]
        assert row["In words"] == expected.platform.words
        assert row["Dimensions characterised"] == expected.dimensions_characterised
    assert [row["Label in the chart"] for row in rows.values()] == list(labels([c.name for c in COLUMNS]))


def test_every_position_stands_in_words_and_parts_with_what_was_said(example_read: ReadBack) -> None:
    rows = {row["Dimension"]: row for row in example_read.rows("Dimensions")}
    for dimension in DIMENSIONS:
        for column in COLUMNS:
            cell = rows[LIBRARY.dimension(dimension).name][TITLES[column.id]].split("\n")
            assert cell[0] == capitalised(position_in_words(column, dimension, LIBRARY))
            shares = column.shares[dimension]
            position = column.source.dimensions.positions()[dimension]
            said = getattr(position, "characterisation", "") or getattr(position, "reported", "")
            assert not said or said in cell
            if shares is not None:
                resource, issue, sector = parts_of_100(dict(shares)).values()
                assert cell[1] == f"R {resource} · I {issue} · S {sector} of 100"


SIDE_BY_SIDE = ("Drivers and process", "Mechanisms and roles", "Benefits", "Challenges")


def test_every_heading_stands_side_by_side_and_silence_is_told_from_absence(
    example_read: ReadBack, comparison: Comparison
) -> None:
    rows = {(row["Heading"], row["What"]): row for sheet in SIDE_BY_SIDE for row in example_read.rows(sheet)}
    assert len(comparison.groups) == 7
    for group in comparison.groups:
        for trait in group.rows:
            row = rows[group.title, trait.name]
            cells = {cell.column: cell for cell in trait.cells}
            for column in COLUMNS:
                shown = row[TITLES[column.id]]
                if column.id in cells:
                    assert all(detail.text in shown for detail in cells[column.id].details)
                    assert all(detail.citation in shown for detail in cells[column.id].details)
                elif column.id in group.silent:
                    assert shown == ("not said yet" if column.kind == "draft" else "not reported")
                else:
                    assert shown == "—"


def test_every_draft_has_the_sentences_beside_its_nearest_case_and_other_drafts(
    example_read: ReadBack, comparison: Comparison
) -> None:
    rows = {
        (row["Draft"], row["Beside"], row["Heading"]): row["In words"]
        for row in example_read.rows("In common")
    }
    nearest = {each.draft: each.cases for each in comparison.nearest}
    for group in comparison.groups:
        for pair in group.pairs:
            if pair.b in nearest.get(pair.a, ()) or pair.b in nearest:
                assert rows[TITLES[pair.a], TITLES[pair.b], group.title] == pair.words
    assert len(rows) == 7 * (3 + 3)


def test_what_follows_from_the_platform_is_cited(
    example_read: ReadBack, analyses: dict[str, DesignAnalysis]
) -> None:
    rows = [
        (row["Draft"], row["What the authors report"], row["Source"])
        for row in example_read.rows("What follows")
    ]
    expected = [
        (draft, finding.words, finding.citation)
        for draft, analysis in analyses.items()
        for follows in analysis.follows
        for finding in follows.findings
    ]
    assert rows == expected


def test_completeness_and_everything_missing_are_listed(
    example_read: ReadBack, analyses: dict[str, DesignAnalysis]
) -> None:
    steps = {row["Step"]: row for row in example_read.rows("Completeness")}
    missing = [(r["Draft"], r["Step"], r["What is missing"]) for r in example_read.rows("Still missing")]
    expected = []
    for draft, analysis in analyses.items():
        for step in analysis.completeness:
            assert steps[step.title][draft] == step.finding.words
            expected += [(draft, step.title, each.name) for each in step.finding.inputs]
    assert missing == expected


def test_the_summary_holds_platform_nearest_case_notes_win_win_and_completeness(
    example_read: ReadBack, comparison: Comparison, analyses: dict[str, DesignAnalysis]
) -> None:
    by_id = {draft.id: draft for draft in WORKBOOK.drafts}
    for nearest in comparison.nearest:
        draft = TITLES[nearest.draft]
        rows = [row for row in example_read.rows("Summary") if row["Draft"] == draft]
        said = [row["In words"] for row in rows]
        notes = analyses[draft].profile.notes
        assert said[:2] == [analyses[draft].profile.platform.words, nearest.finding.words]
        assert said[2:-2] == [note.words for note in notes]
        assert said[-2] == win_win(by_id[nearest.draft], LIBRARY).pick.words
        assert said[-1].split("\n") == [step.finding.words for step in analyses[draft].completeness]
        assert all(row["How this is worked out"] and row["Source"] for row in rows)


def test_every_case_is_told_whole_with_citations_and_what_is_not_reported(example_read: ReadBack) -> None:
    rows = example_read.rows("Cases")
    for case in LIBRARY.cases:
        told = [row for row in rows if row["Case"] == case.label]
        texts = {row["As reported"] for row in told}
        parts: tuple[Any, ...] = (
            *case.context,
            *case.drivers,
            *case.process,
            *case.benefits,
            *case.challenges,
            *case.lessons,
        )
        assert {case.summary, *(part.text for part in parts)} <= texts
        assert {flow.data for flow in case.data} <= texts
        assert {row["What"] for row in told if row["About"] == "Stakeholder"} == {
            each.name for each in case.stakeholders
        }
        gaps = [row["As reported"] for row in told if row["About"] == "Not reported"]
        assert gaps == list(case.not_reported)
        assert all(row["Source"] for row in told)


def test_every_source_is_listed_in_full(example_read: ReadBack) -> None:
    references = {row["Cited as"]: row["Reference"] for row in example_read.rows("Sources")}
    assert references == {source.short_name: source.reference for source in (*LIBRARY.sources, *SOURCES)}


def test_wherever_new_york_state_is_named_it_is_said_to_be_envisaged(example_read: ReadBack) -> None:
    rows: dict[tuple[str, int], str] = {}
    for sheet, row, text in example_read.texts():
        rows[sheet, row] = rows.get((sheet, row), "") + " " + text
    named = {place: text for place, text in rows.items() if ENVISAGED in text or "NYS" in text}
    assert len(named) > 50
    assert {place for place, text in named.items() if "nvisaged" not in text} == set()


@pytest.mark.parametrize(
    "said",
    [
        lambda draft: draft.summary,
        lambda draft: draft.framing.societal_problem,
        lambda draft: draft.framing.public_value,
        lambda draft: draft.stakeholders[0].name,
        lambda draft: draft.stakeholders[0].interests[0].text,
        lambda draft: draft.data_flows[0].data,
        lambda draft: draft.scenarios[0].name,
    ],
)
def test_what_each_draft_says_of_itself_is_there(example_read: ReadBack, said: Callable[..., str]) -> None:
    rows = example_read.rows("Drafts")
    for draft in WORKBOOK.drafts:
        assert said(draft)
        assert any(said(draft) in (row[draft.name] or "") for row in rows)
