"""What follows from the platform, and from which platforms anything follows at all."""

import pytest

from tests.workbook.analysis.designs import LIBRARY, RESOURCE, SECTOR, Parts, everywhere, subject, votes
from workbook.analysis.follows import Follows, what_follows
from workbook.analysis.profile import profile
from workbook.analysis.subject import Subject, case_subject


def following(of: Subject) -> tuple[Follows, ...]:
    return what_follows(of, profile(of, LIBRARY), LIBRARY)


@pytest.mark.parametrize(
    ("parts", "platforms"),
    [
        (RESOURCE, ["resource_dependence"]),
        ((57, 42, 1), ["resource_dependence"]),  # a lead of exactly 0.15; in floats 0.57 - 0.42 is less
        ((41, 26, 33), ["resource_dependence", "societal_sector"]),  # behind by 0.08; issue by exactly 0.15
        (
            (42, 28, 30),
            ["resource_dependence", "societal_sector", "social_issue"],
        ),  # behind by 0.12 and by 0.14
        ((10, 45, 45), ["social_issue", "societal_sector"]),
    ],
)
def test_it_follows_from_every_platform_less_than_15_of_100_behind_the_first(
    parts: Parts, platforms: list[str]
) -> None:
    assert [each.platform for each in following(subject(everywhere(parts)))] == platforms


def test_from_a_design_nobody_has_characterised_nothing_follows() -> None:
    assert following(subject({})) == ()
    assert following(subject({"orientation": votes(0, 0, 0)})) == ()


def test_what_follows_is_what_the_authors_report_with_their_citation() -> None:
    (follows,) = following(subject(everywhere(SECTOR)))
    platform = LIBRARY.platform("societal_sector")
    assert follows.drivers.words == platform.drivers.text
    assert follows.role_of_government.words == platform.role_of_government.text
    assert follows.incentives.words == platform.incentives.text
    assert follows.mechanisms.words.startswith(platform.mechanisms_reported.text)
    assert [each.citation for each in follows.findings] == [
        platform.drivers.citation,
        platform.mechanisms_reported.citation,
        platform.role_of_government.citation,
        platform.incentives.citation,
    ]


def test_the_mechanisms_of_a_resource_dependence_platform_are_those_the_source_reports() -> None:
    (follows,) = following(case_subject(LIBRARY.case("floraholland")))
    for name in ("Search for win-wins", "Explicit business case", "Alignment with other authorities"):
        assert name in follows.mechanisms.words
    assert "win-win" in follows.incentives.words


def test_what_follows_shows_the_platform_it_was_drawn_from() -> None:
    design = subject(everywhere(RESOURCE))
    for finding in following(design)[0].findings:
        assert [each.value for each in finding.inputs] == [profile(design, LIBRARY).platform.words]
        assert finding.address == "drafts/ours/dimensions"
