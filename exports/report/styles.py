"""How cells look: every font, colour and number format of the report, in one place.

Ink on paper. The only colours are those of the three platforms, behind words that name the platform; yellow
behind what may be changed; and blue or red behind words and signs that say who gains or loses.
"""

from typing import TYPE_CHECKING, Literal

from workbook.model.vocabulary import PlatformId

if TYPE_CHECKING:
    import xlsxwriter.format
    import xlsxwriter.workbook

FONT = "Calibri"
"""Every Excel has it; LibreOffice puts Carlito in its place, which has the same widths."""

TEXT, MUTED, SUNKEN, HAIR, EDGE, FOCUS = "#191C20", "#565B63", "#F0EFEB", "#E3E2DD", "#85878B", "#154E9A"

MARK: dict[PlatformId, str] = {
    "resource_dependence": "#C07A0C",
    "social_issue": "#0A7F74",
    "societal_sector": "#6A3FA0",
}
TINT: dict[PlatformId, str] = {
    "resource_dependence": "#FBF2E0",
    "social_issue": "#E2F3F0",
    "societal_sector": "#F1EAF8",
}

Style = Literal[
    "title", "lead", "note", "header", "name", "text", "muted", "share", "count", "link",
    "resource_dependence", "social_issue", "societal_sector",
    "score", "number", "net", "verdict", "group", "group_verdict", "input", "input_score",
]  # fmt: skip

Tint = Literal["gain", "loss", "open", "not_scored"]

Properties = dict[str, str | int | float | bool]

NORMAL, SMALL = 11, 10

_CELL: Properties = {
    "font_size": SMALL,
    "font_color": TEXT,
    "text_wrap": True,
    "valign": "top",
    "align": "left",  # without it there is no indent
    "indent": 1,
    "bottom": 1,
    "bottom_color": HAIR,
}
_FIGURE: Properties = {**_CELL, "indent": 0, "align": "center"}
_GROUP: Properties = {"bold": True, "bg_color": SUNKEN, "bottom_color": EDGE}
_INPUT: Properties = {"bg_color": "#FFF6CC", "locked": False, "border": 1, "border_color": "#C9B458"}
_SIGNED = "+General;-General;0"

PROPERTIES: dict[Style, Properties] = {
    "title": {"font_size": 18, "bold": True, "font_color": TEXT},
    "lead": {"font_size": 11, "font_color": TEXT, "text_wrap": True, "valign": "top"},
    "note": {"font_size": 10, "font_color": MUTED, "text_wrap": True, "valign": "top"},
    "header": {
        "font_size": 10,
        "bold": True,
        "font_color": TEXT,
        "bg_color": SUNKEN,
        "text_wrap": True,
        "valign": "vcenter",
        "indent": 1,
        "bottom": 1,
        "bottom_color": EDGE,
    },
    "name": {**_CELL, "bold": True},
    "text": _CELL,
    "muted": {**_CELL, "font_color": MUTED},
    "share": {**_FIGURE, "num_format": "0%"},
    "count": {**_FIGURE, "num_format": "0"},
    "link": {**_CELL, "font_color": FOCUS, "underline": 1},
    "resource_dependence": {**_CELL, "bg_color": TINT["resource_dependence"]},
    "social_issue": {**_CELL, "bg_color": TINT["social_issue"]},
    "societal_sector": {**_CELL, "bg_color": TINT["societal_sector"]},
    "number": {**_FIGURE, "num_format": "General"},
    "score": {**_FIGURE, "num_format": _SIGNED},
    "net": {**_FIGURE, "num_format": '"▲ "+0.00;"▼ "-0.00;0'},
    "verdict": {**_FIGURE, "bold": True},
    "group": {**_CELL, **_GROUP},
    "group_verdict": {**_FIGURE, **_GROUP},
    "input": {**_FIGURE, **_INPUT, "num_format": "General"},
    "input_score": {**_FIGURE, **_INPUT, "num_format": _SIGNED},
}

TINTS: dict[Tint, Properties] = {
    "gain": {"bg_color": "#DCE8FA"},
    "loss": {"bg_color": "#FADCD5"},
    "open": {"bg_color": "#E6E6E6"},
    "not_scored": {"pattern": 14, "fg_color": "#C9B458", "bg_color": "#FFF6CC"},
}
"""What a rule lays behind a cell."""

BOLD_IS_WIDER = 1.08
TEN_POINT = 0.92
"""A little more than text of 10 points takes: screens round the width of each letter."""

SCALE: dict[Style, float] = {
    style: (TEN_POINT if properties["font_size"] == SMALL else float(properties["font_size"]) / NORMAL)
    * (BOLD_IS_WIDER if properties.get("bold") else 1.0)
    for style, properties in PROPERTIES.items()
}
"""The width of a text in this style against Calibri 11."""

LINE_HEIGHT: dict[Style, float] = {
    style: round(float(properties["font_size"]) * 1.3 + 0.5, 1) for style, properties in PROPERTIES.items()
}
"""Points from line to line."""


Look = tuple[Style, bool, bool]
"""A style; whether a mark says that what begins like a formula is text; whether it reads right to left."""


class Formats(dict[Look, "xlsxwriter.format.Format"]):
    """Makes each format of a workbook once, when it is first asked for."""

    def __init__(self, book: "xlsxwriter.workbook.Workbook") -> None:
        super().__init__()
        self._book = book

    def __missing__(self, look: Look) -> "xlsxwriter.format.Format":
        """Make it."""
        style, is_quoted, is_right_to_left = look
        properties = {"font_name": FONT, **PROPERTIES[style]}
        if is_quoted:
            properties["quote_prefix"] = True
        if is_right_to_left:
            properties |= {"reading_order": 2, "align": "right"}
        self[look] = self._book.add_format(properties)
        return self[look]
