"""Benefits and actions: what was expected and measured, what it costs, what must be done, the case for it."""

from ui.page import Group, Page
from ui.pages.benefits.view import BenefitsPage

PAGE = Page(
    key="benefits",
    title="Benefits and actions",
    group=Group.WORK,
    order=30,
    icon="target",
    build=BenefitsPage,
    step="benefits",
    edits=(
        "scenarios/*/benefits",
        "scenarios/*/costs",
        "scenarios/*/business_cases",
        "scenarios/*/alignment_actions",
    ),
)
