"""What can happen to a partnership from outside and change its chances (kinds are ours, after the cases)."""

from collections.abc import Mapping
from types import MappingProxyType

from workbook.analysis.delivery.words import day, sentence
from workbook.model.lifecycle import Event

EVENT_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "urgency": "Urgency",
        "policy change": "Policy change",
        "champion arrives": "A champion arrives",
        "champion leaves": "The champion leaves",
        "pressure": "Pressure",
    }
)
"""By id, in the order in which a room is asked; the field takes other words too. Urgency, policy, pressure:
after Susha et al. 2019, sections 5.2 and 6; champions: Gil-Garcia et al. 2019, Organizational challenges."""


def event_called(event: Event) -> str:
    """Its kind in words; one that is not among ours as it was written."""
    return EVENT_KINDS.get(event.kind) or event.kind.strip() or "Event"


def event_words(event: Event) -> str:
    """When it was, what kind it was, and what happened."""
    when = "Undated" if event.on is None else day(event.on)
    what = f": {sentence(event.text)}" if event.text.strip() else "."
    return f"{when}, {event_called(event)[:1].lower()}{event_called(event)[1:]}{what}"
