"""Every entry says where it comes from, in a form that can be followed."""

import re

import pytest

from tests.workbook.library.walk import records
from workbook.library.citations import CitationError, sources_cited
from workbook.library.entries import Library, Source
from workbook.model.case import CasePosition

SECTION = r"(?:1|2|4|4\.2|4\.3|5\.1|5\.2|5\.3|6|7)"
TABLE = r"[1-5]"
A_LIST = r"(?:(?:, | and | to ){one})*"
HEADINGS = (
    "A Brief Description of the Cases",
    "Analysis and Results",
    "Benefits of Information Sharing in Megacities",
    "Challenges to Information Sharing in Megacities",
    "Challenges to Information Sharing",
    "Concluding Remarks",
    "Effectiveness",
    "Efficiency",
    "Notes",
    "Organizational challenges",
    "Policy challenges",
    "Service quality",
    "Technology challenges",
)
HEADING = "|".join(HEADINGS)
BRIEF = "Figure [23]|Our study|Recommendations|first paragraph|on barriers"
SUSHA = rf"sections? {SECTION}{A_LIST.format(one=SECTION)}|Tables? {TABLE}{A_LIST.format(one=TABLE)}"
PLACES = {
    "Susha et al. 2019": rf"(?:{SUSHA})(?:(?:, | and )(?:{SUSHA}))*",
    "Gil-Garcia et al. 2019": rf"(?:{HEADING})(?:(?:, | and )(?:{HEADING}))*",
    "CBS study summary": "",
    "Fusi brief": rf"(?:{BRIEF})(?: and (?:{BRIEF}))*",
    "Darmenova & Andersen (abstract)": "Purpose|Design|Findings",
}
NEED_NO_PLACE = {"CBS study summary", "Fusi brief", "Darmenova & Andersen (abstract)"}


def citations(library: Library) -> list[tuple[str, str]]:
    """Every citation in the library, with its path."""
    return [
        (f"{path}.{field}", getattr(record, field))
        for path, record in records(library)
        for field in ("citation", "question_citation")
        if field in type(record).model_fields
        and not (isinstance(record, CasePosition) and record == CasePosition())
    ]


def test_every_citation_points_at_sources_that_the_library_has(library: Library) -> None:
    found = citations(library)
    assert len(found) > 300
    for path, citation in found:
        assert citation, f"{path} is not cited"
        assert sources_cited(citation, library.sources), path


def test_every_place_exists_in_its_source(library: Library) -> None:
    for path, citation in citations(library):
        for part in citation.split("; "):
            cited = re.sub(r"^Our (?:own wording, after|coding of) ", "", part)
            for source, places in PLACES.items():
                if cited == source:
                    assert source in NEED_NO_PLACE, f"{path}: {part} could be anywhere"
                elif cited.startswith(source):
                    place = cited.removeprefix(source).partition(", citing ")[0].removeprefix(", ")
                    assert re.fullmatch(places, place), f"{path}: {part}"


def test_every_source_is_used(library: Library) -> None:
    used = {
        source.id for _, citation in citations(library) for source in sources_cited(citation, library.sources)
    }
    assert used == {source.id for source in library.sources}


def test_every_source_has_a_reference_as_far_as_it_is_known(library: Library) -> None:
    for source in library.sources:
        assert source.reference
        assert source.note
        if source.kind == "publication":
            assert source.title or "neither title nor year" in source.note
            assert source.venue
    core = library.sources[0]
    assert core.reference.startswith(
        "Susha, I., Rukanova, B., Gil-Garcia, J. R., Tan, Y.-H., & Gasco Hernandez, M. (2019)"
    )
    assert core.reference.endswith("https://doi.org/10.1145/3325112.3325265")


def test_a_source_of_which_little_is_known_is_referred_to_by_its_note() -> None:
    assert Source(id="x", short_name="Ours", kind="ours", note="Written by us.").reference == "Written by us"


@pytest.mark.parametrize(
    ("citation", "sources"),
    [
        ("Susha et al. 2019, section 5.1 and Table 3", ["susha_2019"]),
        ("CBS study summary", ["cbs_summary"]),
        (
            "Susha et al. 2019, section 2, citing Gil-Garcia, Pardo & Burke 2010",
            ["susha_2019", "gil_garcia_pardo_burke_2010"],
        ),
        (
            "Fusi brief, on barriers, citing Attard et al. 2015 and Janssen et al. 2012",
            ["fusi_brief", "attard_2015", "janssen_2012"],
        ),
        ("Our coding of Susha et al. 2019, Table 3", ["our_coding", "susha_2019"]),
        ("Our own wording, after Susha et al. 2019, Table 1", ["own_wording", "susha_2019"]),
        ("Our own wording", ["own_wording"]),
        (
            "Susha et al. 2019, section 5.3; CBS study summary; category ours",
            ["susha_2019", "cbs_summary", "our_coding"],
        ),
        ("CBS study summary; category and question ours", ["cbs_summary", "own_wording", "our_coding"]),
        ("CBS study summary; CBS study summary", ["cbs_summary"]),
    ],
)
def test_a_citation_names_its_sources_in_order(library: Library, citation: str, sources: list[str]) -> None:
    assert [source.id for source in sources_cited(citation, library.sources)] == sources


@pytest.mark.parametrize(
    "citation",
    [
        "",
        "Somebody 2020, section 1",
        "Susha et al. 2019 section 1",
        "Susha et al. 2019, ",
        "Susha et al. 2019, section 2, citing Nobody 1999",
        "Susha et al. 2019, section 2, citing ",
        "Susha et al. 2019, section 2; ",
        "category ours",
        "CBS study summary; weather ours",
        "Our own wording about Susha et al. 2019",
        "Our coding of Somebody 2020",
    ],
)
def test_a_citation_that_leads_nowhere_is_refused(library: Library, citation: str) -> None:
    with pytest.raises(CitationError):
        sources_cited(citation, library.sources)


def test_a_short_name_that_begins_like_another_is_not_taken_for_it() -> None:
    sources = [
        Source(id=name.lower(), short_name=name, kind="publication") for name in ("Example", "Example2031")
    ]
    for order in (sources, sources[::-1]):
        assert [source.id for source in sources_cited("Example2031, section 1", order)] == ["example2031"]


def test_nothing_is_ours_without_a_source_that_says_what_is_ours() -> None:
    source = Source(id="x", short_name="Example 2031", kind="publication")
    with pytest.raises(CitationError, match="Our coding"):
        sources_cited("Example 2031; category ours", [source])
