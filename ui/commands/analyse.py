"""`analyse`: everything the analysis says about drafts, with the reasons."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from ui.commands import Answer, Command, CommandProblem, as_json, json_option
from ui.moments import now
from ui.terminal import bullet, heading, paragraph
from workbook.analysis.design import DesignAnalysis, analyse
from workbook.analysis.finding import Finding
from workbook.analysis.follows import Follows
from workbook.analysis.lifecycle import contract as lifecycle_contract
from workbook.analysis.lifecycle.findings import LifecycleAnalysis
from workbook.analysis.robustness import contract as robustness_contract
from workbook.analysis.robustness.answer import Robustness, robustness
from workbook.analysis.robustness.findings import robustness_findings
from workbook.analysis.win_win import contract as win_win_contract
from workbook.analysis.win_win.findings import WinWin, win_win
from workbook.analysis.workings.findings import Workings, workings
from workbook.analysis.workshop import RecordFindings, record_findings
from workbook.library.entries import Library
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.vocabulary import WeightsKnown
from workbook.model.workbook import RobustnessSettings, Workbook
from workbook.persistence.reading import read

MOST_MISSING = 6


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a workbook")
    parser.add_argument("--draft", metavar="ID", help="only this draft")
    parser.add_argument(
        "--weights",
        choices=get_args(WeightsKnown),
        help="take weights as given, by order, or as unknown",
    )
    parser.add_argument("--draws", type=int, metavar="N", help="draws of the simulation (100 to 1,000,000)")
    parser.add_argument("--seed", type=int, metavar="N", help="seed of the simulation, to repeat it")
    json_option(parser)


def _run(chosen: argparse.Namespace) -> Answer:
    library = load()
    workbook = read(chosen.file).workbook
    settings = _settings(workbook.settings.robustness, chosen)
    drafts = _wanted(chosen.file, workbook, chosen.draft)
    analyses = [_analysed(draft, workbook, settings, library) for draft in drafts]
    if chosen.json:
        return Answer(as_json({"drafts": {each.draft.id: _contract(each) for each in analyses}}))
    return Answer("\n\n".join(_shown(each, library) for each in analyses))


@dataclass(frozen=True)
class Analysed:
    """All that is said of one draft."""

    draft: Draft
    design: DesignAnalysis
    win_win: WinWin
    robustness: Robustness
    workings: Workings
    record: RecordFindings

    @property
    def findings(self) -> tuple[Finding, ...]:
        """In the order of the walk."""
        return (
            *self.design.findings,
            *self.win_win.findings,
            *robustness_findings(self.robustness),
            *self.workings.findings,
            *self.record.findings,
        )


def _analysed(draft: Draft, workbook: Workbook, settings: RobustnessSettings, library: Library) -> Analysed:
    own_entries, today = workbook.own_entries, now().date()
    design = analyse(draft, library, today, settings.weights, own_entries)
    return Analysed(
        draft,
        design,
        win_win(draft, library, settings.weights, own_entries),
        robustness(draft, settings),
        workings(draft, design.follows, library, own_entries, workbook.own_cases),
        record_findings(draft, today),
    )


def _settings(kept: RobustnessSettings, chosen: argparse.Namespace) -> RobustnessSettings:
    """The settings of the file, but for those asked for otherwise."""
    asked = {name: getattr(chosen, name) for name in ("weights", "draws", "seed")}
    try:
        return kept.replace(**{name: value for name, value in asked.items() if value is not None})
    except ValidationError:
        raise CommandProblem("--draws takes 100 to 1,000,000, --seed a whole number from 0 on.") from None


def _wanted(path: Path, workbook: Workbook, draft_id: str | None) -> tuple[Draft, ...]:
    if draft_id is None:
        return workbook.drafts
    try:
        return (workbook.draft(draft_id),)
    except KeyError:
        there = ", ".join(draft.id for draft in workbook.drafts) or "none"
        raise CommandProblem(f"{path}: there is no draft {draft_id} (there: {there})") from None


def _contract(analysed: Analysed) -> dict[str, Any]:
    """The answer in JSON; figures stand under their names, their reasons in `findings`."""
    analysis, profile = analysed.design, analysed.design.profile
    return {
        "profile": {
            **profile.model_dump(mode="json", exclude={"subject", "platform", "notes", "dimensions"}),
            "words": profile.platform.words,
            "dimensions": {
                reading.dimension: reading.model_dump(mode="json", exclude={"dimension", "finding"})
                for reading in profile.dimensions
            },
        },
        "completeness": {
            step.step: step.model_dump(mode="json", exclude={"step", "finding"})
            for step in analysis.completeness
        },
        "win_win": {
            **win_win_contract.contract(analysed.win_win),
            "robustness": robustness_contract.contract(analysed.robustness),
        },
        "lifecycle": lifecycle_contract.contract(analysis.lifecycle, now().date()),
        "findings": [finding.model_dump(mode="json") for finding in analysed.findings],
    }


def _shown(analysed: Analysed, library: Library) -> str:
    draft, analysis, profile = analysed.draft, analysed.design, analysed.design.profile
    parts = [
        heading(f"{draft.name or draft.id} ({draft.id})"),
        _block("Platform", [profile.platform, *profile.notes]),
        _block("Dimension by dimension", [reading.finding for reading in profile.dimensions]),
        *(_follows(follows, library) for follows in analysis.follows),
        *_win_win(analysed.win_win),
        _block("How sure", robustness_findings(analysed.robustness)),
        _block(
            "Mechanisms and role of government",
            [analysed.workings.mechanisms.summary, analysed.workings.government_roles.summary],
        ),
        _block("Challenges and enablers", analysis.obstacles.findings),
        *_delivery(analysed),
        _lifecycle(analysis.lifecycle),
        _block("Record of the workshop", analysed.record.findings),
        _completeness(analysis),
    ]
    return "\n\n".join(parts)


def _block(title: str, findings: Iterable[Finding]) -> str:
    shown = list(findings)
    reasons = dict.fromkeys(f"{finding.rule} [{finding.citation}]" for finding in shown)
    lines = [title, *(bullet(finding.words) for finding in shown)]
    return "\n".join([*lines, *(paragraph(f"Why: {reason}", "  ") for reason in reasons)])


def _follows(follows: Follows, library: Library) -> str:
    titles = ("Drivers", "Mechanisms", "Role of government", "Incentives")
    lines = [f"What follows from a {library.platform(follows.platform).name.lower()} platform"]
    for title, finding in zip(titles, follows.findings, strict=True):
        lines.append(bullet(f"{title}: {finding.words} [{finding.citation}]"))
    return "\n".join(lines)


def _win_win(found: WinWin) -> Iterable[str]:
    """The pick first, then what is open, each scenario, the other rules, and who gives and gets what."""
    yield _block("Win-win", [found.pick, *([] if found.question is None else [found.question])])
    names = {scenario.id: scenario.name or scenario.id for scenario in found.draft.scenarios}
    for scenario, findings in found.scenarios.items():
        yield _block(f"Scenario: {names[scenario]}", findings)
    if found.rules:
        yield _block("Other ways to choose", found.rules)
    if found.alignment or found.ledger:
        yield _block("What serves whom, and who gives what", [*found.alignment, *found.ledger])


def _delivery(analysed: Analysed) -> Iterable[str]:
    """Benefits, costs, actions and business cases of each scenario that is being prepared."""
    names = {scenario.id: scenario.name or scenario.id for scenario in analysed.draft.scenarios}
    for found in () if analysed.design.delivery is None else analysed.design.delivery.scenarios:
        yield _block(f"Benefits and actions: {names[found.scenario]}", found.findings)


def _lifecycle(found: LifecycleAnalysis) -> str:
    """Where it stands and what is due; then what the gate ahead still asks, each with the id to override."""
    ahead = found.ahead
    due = [each for each in (found.review, found.overdue) if each is not None]
    said = [found.path.finding, *([] if ahead is None else [ahead.finding]), *due]
    lines = [_block("Lifecycle", [*said, *found.overridden, *(each.finding for each in found.suggested)])]
    if ahead is not None and ahead.unmet:
        lines.append("  Not met:")
        lines += [bullet(f"{each.words} ({each.id}). {each.because}", "    ") for each in ahead.unmet]
    return "\n".join(lines)


def _completeness(analysis: DesignAnalysis) -> str:
    lines = ["What is entered, and what is missing"]
    for step in analysis.completeness:
        lines.append(bullet(step.finding.words))
        missing = [each.name for each in step.finding.inputs] if step.state == "begun" else []
        more = [f"and {len(missing) - MOST_MISSING} more"] if len(missing) > MOST_MISSING else []
        if missing:
            lines.append(paragraph(f"Missing: {'; '.join(missing[:MOST_MISSING] + more)}.", "    "))
    return "\n".join(lines)


COMMAND = Command(
    "analyse",
    40,
    "say what platform a draft resembles, who would gain or lose, what is missing",
    "Says of each draft which platform it resembles and what follows, which scenario leaves everyone better "
    "off, who would lose and why, how sure that is, and what is not entered yet; each with rule and source.",
    _add_arguments,
    _run,
)
