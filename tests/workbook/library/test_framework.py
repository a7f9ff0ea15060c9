"""The framework is complete: every id of the file format has its entry, and nothing else has one."""

import pytest

from workbook.library.entries import Library
from workbook.model.vocabulary import DIMENSIONS, PLATFORMS, STAGES, CatalogueId

CATALOGUES: dict[CatalogueId, str] = {
    "mechanisms": "win_win_search explicit_business_case authority_alignment urgency ecosystem_pressure "
    "data_donation_csr common_good_promotion visible_individual_gain framing_pressure value_renewal "
    "commitment_trust",
    "government_roles": "articulate_win_wins drive_alignment csr_policy harvest_results promote "
    "press_public_bodies show_each_its_gain beneficiary",
    "stakeholder_roles": "data_provider data_user analyst intermediary authority_to_align problem_owner "
    "promoter pressure_source champion funder beneficiary affected data_subject",
    "motivations": "reciprocity insight reputation revenue compliance responsibility legitimacy competency "
    "resource society",
    "challenge_categories": "information technology managerial organizational policy political contextual",
    "readiness": "trusted_networks shared_information integrated_data interoperable_infrastructure",
    "benefit_kinds": "efficiency effectiveness service_quality innovation accountability participation "
    "cost predictability income reputation expertise new_partners",
}
PROMPTS = {
    "information": "low_quality_data no_agreed_definition no_way_to_certify privacy_confidentiality misuse",
    "technology": "legacy_systems no_technology_roadmap lack_of_interoperability missing_software_hardware",
    "managerial": "extra_workload unclear_mission limited_skills lack_of_funding",
    "organizational": "loss_of_autonomy resistance_to_change turf_wars benefits_unclear_to_business "
    "competitive_advantage differences_between_sectors",
    "policy": "programmes_without_rules power_to_compel",
    "political": "ideological_opposition champion_leaves exposure public_questioning",
    "contextual": "size_of_jurisdiction one_off_partnerships",
}
FOLLOWS = {
    "resource_dependence": (
        "R",
        "win_win_search explicit_business_case authority_alignment",
        "articulate_win_wins drive_alignment",
    ),
    "social_issue": ("I", "urgency ecosystem_pressure", "csr_policy harvest_results beneficiary"),
    "societal_sector": (
        "S",
        "common_good_promotion visible_individual_gain",
        "promote press_public_bodies show_each_its_gain beneficiary",
    ),
}


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_a_catalogue_holds_the_ids_of_the_file_format_in_order(
    library: Library, catalogue: CatalogueId
) -> None:
    assert [entry.id for entry in library.entries(catalogue)] == CATALOGUES[catalogue].split()


def test_platforms_dimensions_and_stages_are_those_of_the_model_in_order(library: Library) -> None:
    assert tuple(platform.id for platform in library.platforms) == PLATFORMS
    assert tuple(dimension.id for dimension in library.dimensions) == DIMENSIONS
    assert tuple(stage.id for stage in library.stages) == STAGES
    assert {place.id for place in library.places} == {"paused", "closed", "feasibility", "trigger"}


@pytest.mark.parametrize("platform", FOLLOWS)
def test_what_follows_from_a_platform(library: Library, platform: str) -> None:
    found = library.platform(platform)
    letter, mechanisms, roles = FOLLOWS[platform]
    assert (found.letter, found.mechanisms, found.government_roles) == (
        letter,
        tuple(mechanisms.split()),
        tuple(roles.split()),
    )


def test_setting_and_option_stand_beside_the_mechanisms_reported(library: Library) -> None:
    beside = [
        (p.id, p.setting and p.setting.mechanism, p.option and p.option.mechanism) for p in library.platforms
    ]
    assert beside == [
        ("resource_dependence", None, None),
        ("social_issue", "data_donation_csr", None),
        ("societal_sector", None, "framing_pressure"),
    ]


def test_a_platform_points_at_entries_that_exist(library: Library) -> None:
    for platform in library.platforms:
        beside = [each.mechanism for each in (platform.setting, platform.option) if each]
        for mechanism in (*platform.mechanisms, *beside):
            assert library.entry("mechanisms", mechanism).id == mechanism
        for role in platform.government_roles:
            assert library.entry("government_roles", role).id == role


def test_qualifiers_are_kept(library: Library) -> None:
    assert "meant to promote" in library.platform("societal_sector").mechanisms_reported.text
    role = library.platform("social_issue").role_of_government.text
    assert "No active participant" in role
    assert "one of the main beneficiaries" in role
    assert any("further platforms" in limit.text for limit in library.limits)
    for mechanism in ("common_good_promotion", "visible_individual_gain"):
        assert "meant to promote" in library.entry("mechanisms", mechanism).explanation


def test_every_dimension_asks_the_room_and_says_where_each_platform_stands(library: Library) -> None:
    assert library.dimension("dependencies").question == "What could you no longer decide alone?"
    for dimension in library.dimensions:
        positions = {dimension.position(platform) for platform in PLATFORMS}
        assert len(positions) == len(PLATFORMS), f"two platforms stand at the same place on {dimension.id}"


def test_every_kind_of_challenge_has_its_prompts(library: Library) -> None:
    held = {
        category.id: [prompt.id for prompt in category.prompts] for category in library.challenge_categories
    }
    assert held == {category: prompts.split() for category, prompts in PROMPTS.items()}
    for category in library.challenge_categories:
        assert {prompt.category for prompt in category.prompts} == {category.id}
    assert [prompt.id for prompt in library.challenge_prompts] == " ".join(PROMPTS.values()).split()


def test_motivations_and_kinds_of_benefit_are_grouped(library: Library) -> None:
    assert [entry.group for entry in library.motivations] == ["company"] * 6 + ["generic"] * 4
    assert [entry.value for entry in library.benefit_kinds] == ["public"] * 6 + ["private"] * 6


def test_the_suggested_path_goes_forward(library: Library) -> None:
    for platform in library.platforms:
        steps = [STAGES.index(stage) for stage in platform.suggested_path]
        assert steps == sorted(set(steps))
    assert {"business_case", "alignment"} <= set(library.platform("resource_dependence").suggested_path)
    assert library.platform("social_issue").suggested_path == ("frame", "sharing")


def test_an_unknown_id_is_a_key_error(library: Library) -> None:
    for look_up in (library.platform, library.dimension, library.case, library.stage):
        with pytest.raises(KeyError, match="nothing_like_it"):
            look_up("nothing_like_it")
    with pytest.raises(KeyError, match="nothing_like_it"):
        library.entry("mechanisms", "nothing_like_it")


def test_a_place_outside_the_stages_is_found_like_a_stage(library: Library) -> None:
    assert library.stage("win_wins").name == "Win-wins"
    assert library.stage("trigger").name == "Trigger"


def test_what_holds_for_a_whole_catalogue_is_said_once(library: Library) -> None:
    remark = library.remark("readiness")
    assert remark is not None
    assert "public sector" in remark.text
    assert library.remark("stakeholder_roles") is None
