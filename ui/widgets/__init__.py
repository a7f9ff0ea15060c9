"""Pieces that pages are made of: they know only how platforms, cases and drafts are shown.

Each is loaded when it is first asked for: the first window needs few, and every Qt class named takes time.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.widgets.button import Button, IconButton
    from ui.widgets.confidence_dots import ConfidenceDots
    from ui.widgets.empty_state import EmptyState, Way
    from ui.widgets.figure import Figure, WhyMark
    from ui.widgets.flow_layout import FlowLayout
    from ui.widgets.gap import Gap
    from ui.widgets.hairline import Hairline
    from ui.widgets.mix_bar import MixBar
    from ui.widgets.painted import Painted, describe, set_ring
    from ui.widgets.painting.paragraph import strong
    from ui.widgets.pill import Pill
    from ui.widgets.popover import Popover
    from ui.widgets.row_button import RowButton
    from ui.widgets.scroll_area import ScrollArea
    from ui.widgets.segmented import Segmented
    from ui.widgets.sentence import Citation, FieldLabel, Heading, Sentence
    from ui.widgets.signs import CaseTile, DraftTile, Glyph, StepMark
    from ui.widgets.stepper import Stepper
    from ui.widgets.why_panel import WhyPanel

_PLACES = {
    "Button": "ui.widgets.button",
    "IconButton": "ui.widgets.button",
    "ConfidenceDots": "ui.widgets.confidence_dots",
    "EmptyState": "ui.widgets.empty_state",
    "Way": "ui.widgets.empty_state",
    "Figure": "ui.widgets.figure",
    "WhyMark": "ui.widgets.figure",
    "FlowLayout": "ui.widgets.flow_layout",
    "Gap": "ui.widgets.gap",
    "Hairline": "ui.widgets.hairline",
    "MixBar": "ui.widgets.mix_bar",
    "Painted": "ui.widgets.painted",
    "describe": "ui.widgets.painted",
    "set_ring": "ui.widgets.painted",
    "strong": "ui.widgets.painting.paragraph",
    "Pill": "ui.widgets.pill",
    "Popover": "ui.widgets.popover",
    "RowButton": "ui.widgets.row_button",
    "ScrollArea": "ui.widgets.scroll_area",
    "Segmented": "ui.widgets.segmented",
    "Citation": "ui.widgets.sentence",
    "FieldLabel": "ui.widgets.sentence",
    "Heading": "ui.widgets.sentence",
    "Sentence": "ui.widgets.sentence",
    "CaseTile": "ui.widgets.signs",
    "DraftTile": "ui.widgets.signs",
    "Glyph": "ui.widgets.signs",
    "StepMark": "ui.widgets.signs",
    "Stepper": "ui.widgets.stepper",
    "WhyPanel": "ui.widgets.why_panel",
}

__all__ = [
    "Button",
    "CaseTile",
    "Citation",
    "ConfidenceDots",
    "DraftTile",
    "EmptyState",
    "FieldLabel",
    "Figure",
    "FlowLayout",
    "Gap",
    "Glyph",
    "Hairline",
    "Heading",
    "IconButton",
    "MixBar",
    "Painted",
    "Pill",
    "Popover",
    "RowButton",
    "ScrollArea",
    "Segmented",
    "Sentence",
    "StepMark",
    "Stepper",
    "Way",
    "WhyMark",
    "WhyPanel",
    "describe",
    "set_ring",
    "strong",
]


def __getattr__(name: str) -> object:
    """Load a piece when it is first asked for."""
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"There is no “{name}” in {__name__}.")
    piece: object = getattr(import_module(place), name)
    globals()[name] = piece  # from now on it is found without asking
    return piece
