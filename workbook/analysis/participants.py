"""Who was in the room, and for whom of a draft nobody there speaks."""

from collections.abc import Iterable

from workbook.analysis.finding import Finding, Input
from workbook.analysis.wording import counted, listed
from workbook.editing import write_address
from workbook.model.draft import Draft
from workbook.model.workbook import Participant, Workbook

OURS = "Our own rule"
PARTICIPANTS_RULE = "Those named in the workbook; organisations of the same name count once."
SPOKEN_FOR_RULE = (
    "A stakeholder is spoken for when a participant is marked as speaking for it. Those in the background "
    "are not counted."
)


def participants_finding(workbook: Workbook) -> Finding:
    """How many people are named, and from how many organisations."""
    named = workbook.workshop.participants
    organisations = {each.organisation.strip().casefold() for each in named if each.organisation.strip()}
    words = "Nobody is named yet."
    if named:
        several = f" from {counted(len(organisations), 'organisation')}" if organisations else ""
        words = f"{counted(len(named), 'participant')}{several}."
    return Finding(
        id="workshop.participants",
        words=words,
        value=len(named),
        unit="participants",
        inputs=tuple(
            Input(
                name=participant_name(each),
                value=each.organisation.strip() or "organisation not said",
                address=write_address(("workshop", "participants", each.id)),
            )
            for each in named
        ),
        rule=PARTICIPANTS_RULE,
        citation=OURS,
        address=write_address(("workshop", "participants")),
    )


def spoken_for_finding(workbook: Workbook, draft: Draft) -> Finding:
    """For which stakeholders of a draft nobody in the room speaks. Not known while nobody is named."""
    named = workbook.workshop.participants
    heard = {each.stakeholder for each in named}
    counting = [each for each in draft.stakeholders if each.standing != "context"]
    unheard = [each for each in counting if each.id not in heard]
    if not named:
        words = "Who speaks for whom is not known: nobody is named yet."
    elif unheard:
        names = [each.name.strip() or "a stakeholder without a name" for each in unheard]
        words = f"Nobody speaks for {listed(names)}."
    elif counting:
        words = "Somebody speaks for every stakeholder."
    else:
        words = "There is no stakeholder yet to speak for."
    speakers = {stakeholder: _speakers(named, stakeholder) for stakeholder in heard if stakeholder}
    return Finding(
        id=f"workshop.spoken_for.{draft.id}",
        severity="advice" if named and unheard else "info",
        words=words,
        value=len(unheard) if named else None,
        unit="stakeholders",
        inputs=tuple(
            Input(
                name=each.name.strip() or "Stakeholder without a name",
                value=speakers.get(each.id, "nobody"),
                address=write_address(("drafts", draft.id, "stakeholders", each.id)),
            )
            for each in counting
        ),
        rule=SPOKEN_FOR_RULE,
        citation=OURS,
        address=write_address(("workshop", "participants")),
    )


def participant_name(participant: Participant) -> str:
    """What a participant is called; never nothing."""
    return participant.name.strip() or "Participant without a name"


def _speakers(participants: Iterable[Participant], stakeholder: str) -> str:
    return listed([participant_name(each) for each in participants if each.stakeholder == stakeholder])
