"""What each scenario does to each interest, who said so and on what grounds."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.scale_words import NOT_SCORED, SCALE_RULE, scale_words
from workbook.analysis.wording import capitalised
from workbook.model.draft import Draft
from workbook.model.scores import Score
from workbook.model.stakeholders import Interest
from workbook.model.vocabulary import ScoreBasis

COLUMNS = (
    Column("Draft", 150, "name"),
    Column("Stakeholder", 190, "name"),
    Column("Interest", 280, "name"),
    Column("Scenario", 210),
    Column("Score", 80, "score"),
    Column("In words", 130),
    Column("Range given", 110),
    Column("On what grounds", 320),
    Column("Said by", 140),
    Column("Basis", 140, "muted"),
    Column("Source", 200, "muted"),
)
BASES: dict[ScoreBasis, str] = {
    "room": "said in the room",
    "form": "a returned form",
    "ballot": "a ballot",
    "source": "a published source",
    "illustration": "an illustration",
}


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title("Scores", "What each scenario does to each interest, compared with no agreement.")
    page.table(COLUMNS, _rows(report), "Scores by draft, stakeholder, interest and scenario.", frozen=3)
    page.paragraph(f"{SCALE_RULE} “{capitalised(NOT_SCORED)}” is not 0: it may be anything on the scale.")
    for draft in report.drafts:
        if draft.scenarios:
            page.paragraph(f"{report.titles[draft.id]}: the scale runs from {_scale(draft)}.")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft in report.drafts:
        title, nothing = report.titles[draft.id], [None] * (len(COLUMNS) - 2)
        if not draft.scenarios:
            yield title, Styled("No scenario yet", "muted"), *nothing
            continue
        if not any(draft.interests()):
            yield title, Styled("No interest yet", "muted"), *nothing
            continue
        given = [{score.interest: score for score in scenario.scores} for scenario in draft.scenarios]
        for stakeholder in draft.stakeholders:
            for interest in stakeholder.interests:
                for scenario, scores in zip(draft.scenarios, given, strict=True):
                    names = (title, stakeholder.name or stakeholder.id, interest.text or interest.id)
                    score = scores.get(interest.id)
                    yield *names, scenario.name or scenario.id, *_score(draft, interest, score)


def _score(draft: Draft, interest: Interest, score: Score | None) -> tuple[Value, ...]:
    if score is None:
        return Styled(NOT_SCORED, "muted"), Styled(NOT_SCORED, "muted"), *[None] * 5
    words = scale_words(score.value, draft.scale)
    line = interest.red_line
    if score.value is not None and line is not None and score.value < line:
        words = f"{words}; below the red line of {line:g}"
    return (
        Styled(NOT_SCORED, "muted") if score.value is None else score.value,
        Styled(words, "muted") if score.value is None else words,
        _range(score),
        score.evidence or None,
        score.said_by or None,
        BASES[score.basis],
        score.citation or None,
    )


def _range(score: Score) -> Value:
    if score.low is None and score.high is None:
        return None
    if score.low is None:
        return f"at most {score.high:g}"
    return f"at least {score.low:g}" if score.high is None else f"{score.low:g} to {score.high:g}"


def _scale(draft: Draft) -> str:
    scale = draft.scale
    steps = "any number between" if scale.step is None else f"in steps of {scale.step:g}"
    return f"{scale.min:g} to {scale.max:g}, {steps}"


SHEET = Sheet(
    "Scores",
    62,
    "What each scenario does to each interest: words, range, who said it, on what grounds.",
    write,
)
