"""What the library says can be shown and read aloud as it stands."""

import re

import pytest

from tests.workbook.library.walk import records, texts
from workbook.library.entries import (
    Dimension,
    Enabler,
    Entry,
    Library,
    Platform,
    Positions,
    Prompt,
    Source,
    Stage,
)
from workbook.model import case as cases
from workbook.model.record import Record

SENTENCES: dict[type[Record], tuple[str, ...]] = {
    Entry: ("explanation",),
    Enabler: ("advice",),
    Dimension: ("explanation",),
    Positions: ("resource_dependence", "social_issue", "societal_sector"),
    Source: ("note",),
    cases.Statement: ("text",),
    cases.Case: ("summary",),
    cases.CasePosition: ("reported",),
    cases.CaseDriver: ("text",),
    cases.ProcessStep: ("text",),
    cases.CaseMechanism: ("how",),
    cases.CaseGovernmentRole: ("how",),
    cases.CaseChallenge: ("text",),
}
QUESTIONS: dict[type[Record], tuple[str, ...]] = {
    Dimension: ("question",),
    Prompt: ("question",),
    Stage: ("gate",),
}
TITLES: dict[type[Record], tuple[str, ...]] = {
    Entry: ("name",),
    Enabler: ("finding",),
    Dimension: ("name", "short_name"),
    Platform: ("name", "short_name"),
    cases.Case: ("name", "short_name"),
    cases.CaseStakeholder: ("name",),
    cases.CaseData: ("data",),
    cases.CaseBenefit: ("text",),
}
LONGEST_LABEL = 20
AMERICAN = re.compile(
    r"\b\w*(?:ganiz|ealiz|aliz|analyz|ogniz)\w*|\b(?:center|behavior|labor|favor|program)s?\b", re.IGNORECASE
)
PROPER_NAMES = ("World Customs Organization", "World Trade Organization", "Conceptualization of sectors")

Found = list[tuple[str, str]]


def said_in(library: Library, fields: dict[type[Record], tuple[str, ...]]) -> Found:
    """Every text in these fields that is not empty, with its path."""
    found = [
        (f"{path}.{field}", getattr(record, field))
        for path, record in records(library)
        for kind, names in fields.items()
        if isinstance(record, kind)
        for field in names
    ]
    assert found
    return [(path, text) for path, text in found if text]


def test_sentences_begin_with_a_capital_and_end_with_a_full_stop(library: Library) -> None:
    wrong = [(path, text) for path, text in said_in(library, SENTENCES) if not re.match(r"[A-Z].*\.$", text)]
    assert not wrong


def test_questions_end_with_a_question_mark(library: Library) -> None:
    wrong = [(path, text) for path, text in said_in(library, QUESTIONS) if not re.match(r"[A-Z].*\?$", text)]
    assert not wrong


def test_titles_begin_with_a_capital_and_have_no_full_stop(library: Library) -> None:
    wrong = [
        (path, text)
        for path, text in said_in(library, TITLES)
        if not re.match(r"[A-Z]", text) or text.endswith(".")
    ]
    assert not wrong


def test_what_is_not_reported_is_listed_without_full_stops(library: Library) -> None:
    for case in library.cases:
        for text in case.not_reported:
            assert re.match(r"[A-Z].*[^.]$", text), f"{case.id}: {text}"


def test_no_text_has_stray_blanks_or_repeated_words(library: Library) -> None:
    for path, text in texts(library):
        assert text == text.strip(), path
        assert "  " not in text, path
        assert not re.search(r"[\n\t]| [,.;:?]|\.\.", text), f"{path}: {text}"
        assert not re.search(r"\b(\w+) \1\b", text), f"{path}: {text}"


def test_only_sentences_between_sentences(library: Library) -> None:
    """Within a text, a full stop is followed by a capital (abbreviations apart)."""
    for path, text in (*said_in(library, SENTENCES), *said_in(library, QUESTIONS)):
        assert not re.search(r"(?<!et al)(?<!U\.S)\. [a-z]", text), f"{path}: {text}"


def test_spelling_is_british_but_for_proper_names(library: Library) -> None:
    for path, text in (*said_in(library, SENTENCES), *said_in(library, QUESTIONS), *said_in(library, TITLES)):
        ours = text
        for name in PROPER_NAMES:
            ours = ours.replace(name, "")
        found = [word for word in AMERICAN.findall(ours) if not word.lower().startswith("analyse")]
        assert not found, f"{path}: {found}"


def test_short_names_fit_a_chart(library: Library) -> None:
    short = [platform.short_name for platform in library.platforms]
    short += [dimension.short_name for dimension in library.dimensions]
    short += [case.short_name for case in library.cases]
    for name in short:
        assert 0 < len(name) <= LONGEST_LABEL
    assert len(set(short)) == len(short)


@pytest.mark.parametrize("kind", [Entry, Dimension, Platform])
def test_every_entry_has_a_name_and_says_what_it_means(library: Library, kind: type[Entry]) -> None:
    found = [(path, record) for path, record in records(library) if isinstance(record, kind)]
    assert found
    for path, record in found:
        assert record.name, path
        assert getattr(record, "explanation", "said by its parts"), path


def test_names_differ_within_a_catalogue(library: Library) -> None:
    for field in type(library).model_fields:
        names = [each.name for each in getattr(library, field) if isinstance(each, Entry)]
        assert len(set(names)) == len(names), field
