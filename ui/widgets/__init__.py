"""Pieces that pages are made of. Of partnerships they know only how platforms, cases and drafts are shown."""

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
