"""Scores: what each scenario would change for each interest, compared with no agreement."""

from ui.page import Group, Page
from ui.pages.scores.view import ScoresPage

PAGE = Page(
    key="scores",
    title="Scores",
    group=Group.WIN_WIN,
    order=40,
    icon="table-2",
    build=ScoresPage,
    step="scores",
    edits=("scenarios/*/scores",),
    is_table=True,
)
