"""Reference cases are filled tiles, drafts outlined ones with their letter; the current one is solid."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QPainter

from ui.widgets.painting.shapes import centred_square, paint_letters, round_rect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QRectF

    from ui.theme.look import Look

ROUNDING = 0.28
CASE_ICONS: Mapping[str, str] = MappingProxyType(
    {"floraholland": "flower", "flowminder": "radio-tower", "nys_food_traceability": "wheat"}
)
DraftKind = Literal["current", "other"]


def paint_case_tile(
    painter: QPainter, rect: QRectF, case_id: str, look: Look, letters: str | None = None
) -> None:
    """A reference case: its icon, or two letters."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = centred_square(rect)
    icon = CASE_ICONS.get(case_id)
    fill = look.colour("case_other" if icon is None else f"case_{case_id}")
    round_rect(painter, box, box.width() * ROUNDING, fill)
    if icon is None:
        written = letters or case_letters(case_id)
        paint_letters(painter, box, written, look, "case_on", box.width() * 0.44)
    else:
        look.paint_icon(painter, centred_square(box, 0.64), icon, "case_on", stroke=2.2)


def case_letters(name: str) -> str:
    """Two letters for a case without an icon: "Red Angel" RA, "Almaty" AL."""
    words = [word for word in name.replace("_", " ").split() if word[0].isalnum()]
    if not words:
        return "?"
    if len(words) == 1:
        return words[0][:2].upper()
    return (words[0][0] + words[1][0]).upper()


def paint_draft_tile(
    painter: QPainter, rect: QRectF, letter: str, look: Look, kind: DraftKind = "other"
) -> None:
    """A draft by its letter."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = centred_square(rect)
    radius = box.width() * ROUNDING
    if kind == "current":
        round_rect(painter, box, radius, look.colour("accent"))
    else:
        line = max(1.5, box.width() / 16)
        round_rect(painter, box, radius, look.colour("surface"), look.colour("text"), line)
    token = "on_accent" if kind == "current" else "text"
    paint_letters(painter, box, letter, look, token, box.width() * 0.54)
