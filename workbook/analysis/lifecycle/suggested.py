"""The path that a platform suggests: shown beside the path taken, never imposed (the paths are ours)."""

from collections.abc import Iterable

from workbook.analysis.finding import Finding, Input
from workbook.analysis.lifecycle.standing import standing_at
from workbook.editing import write_address
from workbook.library.entries import Library, Platform
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.vocabulary import STAGES, PlatformId, StageId

SUGGESTED_RULE = (
    "Each platform that leads suggests a path through the stages. It is a suggestion: any stage can be "
    "taken, left out and come back to."
)


class SuggestedPath(Record):
    """The stages that one platform suggests, in order; `next` is the first of them after the present one."""

    platform: PlatformId
    stages: tuple[StageId, ...]
    next: StageId | None
    finding: Finding


def suggested_paths(
    draft: Draft, platforms: Iterable[PlatformId], library: Library
) -> tuple[SuggestedPath, ...]:
    """What each platform in the lead suggests; nothing as long as no dimension is characterised."""
    return tuple(_suggested(draft, library.platform(each), library) for each in platforms)


def _suggested(draft: Draft, platform: Platform, library: Library) -> SuggestedPath:
    here = STAGES.index(standing_at(draft.lifecycle))
    names = ", ".join(library.stage(stage).name for stage in platform.suggested_path)
    return SuggestedPath(
        platform=platform.id,
        stages=platform.suggested_path,
        next=next((stage for stage in platform.suggested_path if STAGES.index(stage) > here), None),
        finding=Finding(
            id=f"lifecycle.suggested.{platform.id}.{draft.id}",
            words=f"{platform.name}: {names}. {platform.path.text}",
            value=len(platform.suggested_path),
            unit="stages",
            inputs=(
                Input(
                    name="Platform",
                    value=platform.name,
                    address=write_address(("drafts", draft.id, "dimensions")),
                ),
            ),
            rule=SUGGESTED_RULE,
            citation=platform.path.citation,
            address=write_address(("drafts", draft.id, "lifecycle")),
        ),
    )
