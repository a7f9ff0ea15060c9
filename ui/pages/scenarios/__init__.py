"""Scenarios: candidate ways of sharing, what makes each work, what it yields and costs, what it needs."""

from ui.page import Group, Page
from ui.pages.scenarios.view import ScenariosPage

PAGE = Page(
    key="scenarios",
    title="Scenarios",
    group=Group.WIN_WIN,
    order=30,
    icon="split",
    build=ScenariosPage,
    step="scenarios",
    edits=(
        "scenarios",
        "chosen_scenario",
        # Also edited on pages of their own further down the walk, which say it as exactly.
        "scenarios/*/mechanisms",
        "scenarios/*/government_roles",
        "scenarios/*/benefits",
        "scenarios/*/costs",
        "scenarios/*/alignment_actions",
    ),
)
