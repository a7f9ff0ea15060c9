"""Challenges and enablers: what stands in the way, how ready the partners are, and what helps."""

from ui.page import Group, Page
from ui.pages.challenges.view import ChallengesPage

PAGE = Page(
    key="challenges",
    title="Challenges",
    group=Group.WORK,
    order=20,
    icon="triangle-alert",
    build=ChallengesPage,
    step="challenges",
    edits=("challenges", "readiness", "enablers"),
)
