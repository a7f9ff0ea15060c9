"""`move`: a draft goes to another stage of the lifecycle, and the file keeps why."""

import argparse
from pathlib import Path

from ui.commands import Answer, Command, CommandProblem
from ui.filing import save
from ui.moments import now
from ui.terminal import bullet
from workbook.analysis.lifecycle.gates import way
from workbook.analysis.lifecycle.path import MoveTold, path
from workbook.analysis.wording import counted
from workbook.edits.lifecycle import MoveRefused, move
from workbook.library.entries import Library
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.vocabulary import STAGES, LifecyclePlace
from workbook.model.workbook import Workbook
from workbook.persistence.problems import shown
from workbook.persistence.reading import Opened, read

PLACES: tuple[LifecyclePlace, ...] = (*STAGES, "paused", "closed")


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a workbook")
    parser.add_argument("--draft", required=True, metavar="ID", help="the draft to move")
    parser.add_argument(
        "--to", required=True, choices=PLACES, metavar="STAGE", help=f"where to: {', '.join(PLACES)}"
    )
    parser.add_argument("--because", default="", metavar="TEXT", help="why it moves")
    parser.add_argument("--by", default="", metavar="NAME", help="who decided it")
    parser.add_argument(
        "--override",
        action="append",
        default=[],
        type=_override,
        metavar="CONDITION=REASON",
        help="pass over one condition of a gate that is not met; without any, --because with --by passes "
        "over all of them",
    )


def _override(written: str) -> tuple[str, str]:
    condition, equals, reason = written.partition("=")
    if not equals or not condition.strip() or not reason.strip():
        raise argparse.ArgumentTypeError(f"{written!r} is not a condition, an equals sign and a reason")
    return condition.strip(), reason.strip()


def _run(chosen: argparse.Namespace) -> Answer:
    library, opened = load(), read(chosen.file)
    draft = draft_in(opened, chosen.draft)
    try:
        moved = move(
            opened.workbook,
            draft.id,
            chosen.to,
            library=library,
            at=now(),
            by=chosen.by,
            because=chosen.because,
            overridden=_overridden(chosen, opened.workbook, draft, library),
        )
    except MoveRefused as refused:
        # Not cut to the length of other messages: every condition is needed to try again.
        return Answer(notes=(" ".join(f"{shown(chosen.file)}: {refused}".split()),), status=1)
    notes = save(opened, moved)
    return Answer(_said(chosen.file, draft, moved, library), notes=notes)


def draft_in(opened: Opened, draft_id: str) -> Draft:
    """The draft that an option names.

    Raises:
        CommandProblem: the file has no such draft.
    """
    try:
        return opened.workbook.draft(draft_id)
    except KeyError:
        there = ", ".join(draft.id for draft in opened.workbook.drafts) or "none"
        raise CommandProblem(f"{opened.path}: there is no draft {draft_id} (there: {there})") from None


def _overridden(
    chosen: argparse.Namespace, workbook: Workbook, draft: Draft, library: Library
) -> dict[str, str]:
    """What is passed over: the conditions named, or with a reason and a name alone all that are not met."""
    if chosen.override or not (chosen.because.strip() and chosen.by.strip()):
        return dict(chosen.override)
    asked = way(draft, chosen.to, library, workbook.settings.robustness.weights, chosen.because)
    return {each.id: chosen.because for each in asked if each.is_unmet}


def _said(file: Path, before: Draft, moved: Workbook, library: Library) -> str:
    """The move in words: what held, what was passed over and why, and what is kept."""
    after = moved.draft(before.id)
    told = path(after, library).log[-1]
    stages = f"from {library.stage(told.begun_at).name} to {library.stage(told.to).name}"
    cycle = f", in cycle {told.cycle}" if told.cycle > 1 else ""
    lines = [f"{file}: {after.name or after.id} moved {stages}{cycle}.", *_conditions(told)]
    lines.append(f"How it stood before is kept: “{moved.snapshots[-1].name}” ({moved.snapshots[-1].id}).")
    return "\n".join(lines)


def _conditions(told: MoveTold) -> list[str]:
    if not told.held and not told.overridden:
        return ["Nothing was asked on the way."]
    lines = []
    if told.held:
        lines += [f"{counted(len(told.held), 'condition')} held:", *(bullet(each) for each in told.held)]
    if told.overridden:
        lines.append(f"{counted(len(told.overridden), 'condition')} overridden by {told.by}:")
        lines += [bullet(f"{each.words}: {each.because}") for each in told.overridden]
    return lines


COMMAND = Command(
    "move",
    62,
    "move a draft to another stage of the lifecycle, and keep why",
    "Moves a draft to a stage, to paused or to closed, and writes into its log which conditions of the gates "
    "on the way held and which were overridden. The draft as it stood before is kept as a snapshot. If a "
    "condition is neither met nor overridden with a reason and a name, nothing is changed.",
    _add_arguments,
    _run,
)
