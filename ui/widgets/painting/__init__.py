"""Pure painting: a painter, a rectangle, what to show, and the look. Widgets and charts share it.

Each function is loaded when it is first asked for, as in `ui.widgets`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.widgets.painting.glyph import paint_glyph
    from ui.widgets.painting.ink_bar import paint_ink_bar
    from ui.widgets.painting.mix_bar import paint_mix_bar, paint_not_placed, paint_shared_bar
    from ui.widgets.painting.platforms import SIGN, SIGNS, PlatformSign
    from ui.widgets.painting.shapes import paint_focus_ring, paint_letters, round_rect
    from ui.widgets.painting.shares import Shares, in_order, in_words
    from ui.widgets.painting.step_mark import paint_step_mark
    from ui.widgets.painting.tiles import case_letters, paint_case_tile, paint_draft_tile

_PLACES = {
    "paint_glyph": "ui.widgets.painting.glyph",
    "paint_ink_bar": "ui.widgets.painting.ink_bar",
    "paint_mix_bar": "ui.widgets.painting.mix_bar",
    "paint_not_placed": "ui.widgets.painting.mix_bar",
    "paint_shared_bar": "ui.widgets.painting.mix_bar",
    "SIGN": "ui.widgets.painting.platforms",
    "SIGNS": "ui.widgets.painting.platforms",
    "PlatformSign": "ui.widgets.painting.platforms",
    "paint_focus_ring": "ui.widgets.painting.shapes",
    "paint_letters": "ui.widgets.painting.shapes",
    "round_rect": "ui.widgets.painting.shapes",
    "Shares": "ui.widgets.painting.shares",
    "in_order": "ui.widgets.painting.shares",
    "in_words": "ui.widgets.painting.shares",
    "paint_step_mark": "ui.widgets.painting.step_mark",
    "case_letters": "ui.widgets.painting.tiles",
    "paint_case_tile": "ui.widgets.painting.tiles",
    "paint_draft_tile": "ui.widgets.painting.tiles",
}

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


def __getattr__(name: str) -> object:
    """Load a piece when it is first asked for."""
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"There is no “{name}” in {__name__}.")
    piece: object = getattr(import_module(place), name)
    globals()[name] = piece  # from now on it is found without asking
    return piece
