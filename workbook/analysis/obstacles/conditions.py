"""How far the components of sharing are in place, and which of the things that help are there."""

from workbook.analysis.finding import Finding, Input
from workbook.analysis.obstacles.asked import Asked, in_a_sentence
from workbook.analysis.wording import capitalised
from workbook.model.challenges import Enabler
from workbook.model.vocabulary import ReadinessLevel

READINESS_RULE = "What the room says of each component. What nobody has judged is not absent: it is not said."
LEVEL_WORDS: tuple[tuple[ReadinessLevel, str], ...] = (
    ("in_place", "in place"),
    ("partly", "partly in place"),
    ("absent", "absent"),
)


def how_ready(asked: Asked) -> Finding:
    """Which components are in place, partly in place, absent, and not judged."""
    components = asked.entries("readiness")
    level = {each.component: each.level for each in asked.draft.readiness}
    named = {
        wanted: [entry.name for entry in components if level.get(entry.id) == wanted]
        for wanted in (*(key for key, _ in LEVEL_WORDS), None)
    }
    said = [f"{words}: {in_a_sentence(named[key])}" for key, words in LEVEL_WORDS if named[key]]
    if not said:
        words = "How ready the partners are to share is not said yet."
    else:
        if named[None]:
            said.append(f"not said: {in_a_sentence(named[None])}")
        words = f"{capitalised('; '.join(said))}."
    return Finding(
        id=f"obstacles.readiness.{asked.draft.id}",
        severity="advice" if named["absent"] else "info",
        words=words,
        value=len(named["absent"]) if any(named[key] for key, _ in LEVEL_WORDS) else None,
        unit="components absent",
        inputs=tuple(
            Input(
                name=entry.name,
                value=dict(LEVEL_WORDS)[found] if (found := level.get(entry.id)) else "not said",
                address=asked.address("readiness", entry.id),
            )
            for entry in components
        ),
        rule=f"{READINESS_RULE} {asked.remark('readiness')}".strip(),
        citation=asked.cited("readiness"),
        address=asked.address("readiness"),
    )


def what_helps(asked: Asked) -> Finding:
    """Which enablers are there and which are missing, with what their sources are worth."""
    held = asked.draft.enablers
    there = [_kind(each, asked) for each in held if each.present]
    missing = [_kind(each, asked) for each in held if each.present is False]
    said = [
        f"{what}: {in_a_sentence(names)}" for what, names in (("there", there), ("missing", missing)) if names
    ]
    told = "; ".join(said) or "which of the things that help are there is not said yet"
    words = f"{capitalised(told)}. {asked.remark('enablers')}".strip()
    return Finding(
        id=f"obstacles.enablers.{asked.draft.id}",
        severity="info",
        words=words,
        value=len(there) if said else None,
        unit="enablers there",
        inputs=tuple(
            Input(
                name=_kind(each, asked),
                value={True: "there", False: "missing", None: "not said"}[each.present],
                address=asked.address("enablers", each.id, "present"),
            )
            for each in held
        ),
        rule=f"What the room says of each. {asked.remark('enablers')}".strip(),
        citation=asked.cited("enablers"),
        address=asked.address("enablers"),
    )


def _kind(enabler: Enabler, asked: Asked) -> str:
    """By the name of the library's entry, where its id was stored; else in the words of the room."""
    names = {entry.id: entry.name for entry in asked.entries("enablers")}
    words = enabler.kind.strip().removesuffix(".") or enabler.text.strip().removesuffix(".")
    return names.get(enabler.kind, words) or "An enabler without words"
