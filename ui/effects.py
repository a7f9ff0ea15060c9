"""How gain and loss look wherever they are said in words: the ink, and a sign that needs no colour."""

from collections.abc import Mapping
from types import MappingProxyType

from workbook.analysis.win_win.in_short import Effect

INKS: Mapping[Effect, str] = MappingProxyType(
    {"gain": "gain_ink", "loss": "loss_ink", "even": "muted", "open": "unknown_ink"}
)
ICONS: Mapping[Effect, str] = MappingProxyType(
    {"gain": "arrow-up-right", "loss": "arrow-down", "even": "minus", "open": "circle-question-mark"}
)
