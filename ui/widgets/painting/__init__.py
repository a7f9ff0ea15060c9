"""Pure painting: a painter, a rectangle, what to show, and the look. Widgets and charts share it."""

from ui.widgets.painting.glyph import paint_glyph
from ui.widgets.painting.ink_bar import paint_ink_bar
from ui.widgets.painting.mix_bar import paint_mix_bar, paint_not_placed, paint_shared_bar
from ui.widgets.painting.platforms import SIGN, SIGNS, PlatformSign
from ui.widgets.painting.shapes import paint_focus_ring, paint_letters, round_rect
from ui.widgets.painting.shares import Shares, in_order, in_words
from ui.widgets.painting.step_mark import paint_step_mark
from ui.widgets.painting.tiles import case_letters, paint_case_tile, paint_draft_tile

__all__ = [
    "SIGN",
    "SIGNS",
    "PlatformSign",
    "Shares",
    "case_letters",
    "in_order",
    "in_words",
    "paint_case_tile",
    "paint_draft_tile",
    "paint_focus_ring",
    "paint_glyph",
    "paint_ink_bar",
    "paint_letters",
    "paint_mix_bar",
    "paint_not_placed",
    "paint_shared_bar",
    "paint_step_mark",
    "round_rect",
]
