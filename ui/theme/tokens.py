"""The one table of colours, type and measures. Nothing else in the program names a colour or a size of type.

The idea: the interface is ink on paper, and colour appears only where it says something. Three things may be
coloured: a platform, an effect (gain, loss), and the place where the keyboard is. Needs no Qt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Literal, get_args

Mode = Literal["light", "dark", "high_contrast"]
Setting = Literal["system", "light", "dark", "high_contrast"]

MODES: tuple[Mode, ...] = get_args(Mode)
SETTINGS: tuple[Setting, ...] = get_args(Setting)


@dataclass(frozen=True)
class Neutrals:
    """Ink and paper. `selected_edge` and `sunken_edge` are for high contrast, where fills cannot speak."""

    ground: str
    surface: str
    raised: str
    sunken: str
    hover: str
    selected: str
    hair: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    focus: str
    sunken_edge: str
    selected_edge: str
    shadow: str


@dataclass(frozen=True)
class Hue:
    """A meaning that has a colour: its mark, what is written on it, words in that hue, and pale fills."""

    mark: str
    on: str
    ink: str
    tint: str
    tint2: str


@dataclass(frozen=True)
class CaseColours:
    """The filled tiles of the reference cases: low in chroma, so that they are not taken for platforms."""

    floraholland: str
    flowminder: str
    nys_food_traceability: str
    other: str
    on: str


@dataclass(frozen=True)
class Colours:
    """Every colour of one mode."""

    neutrals: Neutrals
    resource_dependence: Hue
    social_issue: Hue
    societal_sector: Hue
    gain: Hue
    loss: Hue
    unknown: Hue
    case: CaseColours

    def by_token(self) -> dict[str, str]:
        """Flat names: "text", "gain" (the mark), "gain_on", "gain_ink", "gain_tint", "case_on" and so on."""
        flat = {field.name: getattr(self.neutrals, field.name) for field in fields(Neutrals)}
        for name in HUES:
            hue: Hue = getattr(self, name)
            flat |= {f"{name}_{field.name}": getattr(hue, field.name) for field in fields(Hue)}
            flat[name] = hue.mark
        flat |= {f"case_{field.name}": getattr(self.case, field.name) for field in fields(CaseColours)}
        return flat


PLATFORM_TOKENS = ("resource_dependence", "social_issue", "societal_sector")
EFFECT_TOKENS = ("gain", "loss", "unknown")
HUES = PLATFORM_TOKENS + EFFECT_TOKENS

LIGHT = Colours(
    neutrals=Neutrals(
        ground="#F6F6F3",
        surface="#FFFFFF",
        raised="#FFFFFF",
        sunken="#F0EFEB",
        hover="#ECEBE6",
        selected="#E6E5DF",
        hair="#E3E2DD",
        edge="#85878B",
        text="#191C20",
        muted="#565B63",
        faint="#62676E",
        accent="#1E2329",
        on_accent="#FFFFFF",
        focus="#1F6FEB",
        sunken_edge="#F0EFEB",
        selected_edge="#E6E5DF",
        shadow="#1A101828",
    ),
    resource_dependence=Hue("#C07A0C", "#1E1200", "#7A4A00", "#FBF2E0", "#FBF2E0"),
    social_issue=Hue("#0A7F74", "#FFFFFF", "#05605A", "#E2F3F0", "#E2F3F0"),
    societal_sector=Hue("#6A3FA0", "#FFFFFF", "#5A3190", "#F1EAF8", "#F1EAF8"),
    gain=Hue("#1C5FB8", "#FFFFFF", "#154E9A", "#E5EEF9", "#BCD4F1"),
    loss=Hue("#C23B22", "#FFFFFF", "#A32B14", "#FBE9E4", "#F3BFB1"),
    unknown=Hue("#7A7F87", "#FFFFFF", "#565B63", "#F0EFEB", "#F0EFEB"),
    case=CaseColours("#6E4453", "#3C566E", "#56602F", "#4A4F57", "#FFFFFF"),
)

DARK = Colours(
    neutrals=Neutrals(
        ground="#141517",
        surface="#1B1D20",
        raised="#26292D",
        sunken="#232529",
        hover="#26282C",
        selected="#303338",
        hair="#2F3237",
        edge="#7C828A",
        text="#ECEDEF",
        muted="#ABB0B7",
        faint="#999FA7",
        accent="#ECEDEF",
        on_accent="#16181B",
        focus="#7DB1FF",
        sunken_edge="#232529",
        selected_edge="#303338",
        shadow="#6E000000",
    ),
    resource_dependence=Hue("#E9B04A", "#1E1200", "#F0C069", "#332A18", "#332A18"),
    social_issue=Hue("#34AFA1", "#04201C", "#5CCABD", "#16302D", "#16302D"),
    societal_sector=Hue("#AC86E0", "#1C0B33", "#C5A8EE", "#2C2340", "#2C2340"),
    gain=Hue("#6AA5F0", "#08182E", "#8DBBF6", "#1C2C44", "#2D4A75"),
    loss=Hue("#F0806A", "#2E0B04", "#F59C89", "#3E221C", "#733A2D"),
    unknown=Hue("#8E949C", "#141517", "#ABB0B7", "#26282C", "#26282C"),
    case=CaseColours("#D9A9B8", "#A3BFD9", "#C0CB94", "#B9BEC6", "#16181B"),
)

HIGH_CONTRAST = Colours(
    neutrals=Neutrals(
        ground="#FFFFFF",
        surface="#FFFFFF",
        raised="#FFFFFF",
        sunken="#FFFFFF",
        hover="#E0E0E0",
        selected="#FFFFFF",
        hair="#000000",
        edge="#000000",
        text="#000000",
        muted="#1C1C1C",
        faint="#2A2A2A",
        accent="#000000",
        on_accent="#FFFFFF",
        focus="#0046C8",
        sunken_edge="#000000",
        selected_edge="#000000",
        shadow="#1A101828",
    ),
    resource_dependence=Hue("#7A4A00", "#FFFFFF", "#5C3700", "#FFFFFF", "#FFFFFF"),
    social_issue=Hue("#005A50", "#FFFFFF", "#004A42", "#FFFFFF", "#FFFFFF"),
    societal_sector=Hue("#4B1F86", "#FFFFFF", "#43197C", "#FFFFFF", "#FFFFFF"),
    gain=Hue("#0B4596", "#FFFFFF", "#0B3C82", "#FFFFFF", "#FFFFFF"),
    loss=Hue("#9C1F08", "#FFFFFF", "#8A1A05", "#FFFFFF", "#FFFFFF"),
    unknown=Hue("#3A3A3A", "#FFFFFF", "#1C1C1C", "#FFFFFF", "#FFFFFF"),
    case=CaseColours("#3A1F29", "#1B2F42", "#2C3312", "#1C1C1C", "#FFFFFF"),
)

COLOURS: Mapping[Mode, Colours] = MappingProxyType(
    {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}
)


@dataclass(frozen=True)
class TypeRole:
    """How words of one kind are set: pixels at 100 % text; the line height is a multiple of the size."""

    px: float
    weight: int = 400
    line: float = 1.3
    tabular: bool = False

    @property
    def family(self) -> str:
        """Inter Display from 18 px: it is tighter and looks designed where Inter looks loose."""
        return "Inter Display" if self.px >= FIRST_DISPLAY_PX else "Inter"


FIRST_DISPLAY_PX = 18
SMALLEST_PX = 12
"""Nothing is set smaller, but for the letters inside bars and glyphs."""

TYPE: Mapping[str, TypeRole] = MappingProxyType(
    {
        "room_votes": TypeRole(48, 700, 1.1, tabular=True),
        "room_headline": TypeRole(45, 700, 1.15),
        "cover": TypeRole(32, 700, 1.15),
        "room_text": TypeRole(24, 400, 1.25),
        "verdict": TypeRole(25, 400, 1.36),
        "title": TypeRole(24, 600, 1.2),
        "item_title": TypeRole(20, 600, 1.25),
        "count": TypeRole(20, 600, 1.25, tabular=True),
        "position": TypeRole(18, 400, 1.22),
        "question": TypeRole(17, 500, 1.5),
        "subtitle": TypeRole(16, 400, 1.5),
        "subheading": TypeRole(16, 600, 1.3),
        "finding": TypeRole(15, 400, 1.5),
        "body": TypeRole(14, 400, 1.4),
        "body_strong": TypeRole(14, 600, 1.3),
        "body_medium": TypeRole(14, 500, 1.3),
        "row_title": TypeRole(14, 600, 1.3),
        "figure": TypeRole(13, 600, 1.3, tabular=True),
        "score": TypeRole(14, 600, 1.3, tabular=True),
        "table": TypeRole(13, 400, 1.3, tabular=True),
        "button": TypeRole(13, 600, 1.3),
        "secondary": TypeRole(13, 400, 1.45),
        "label": TypeRole(13, 500, 1.3),
        "section": TypeRole(13, 600, 1.3),
        "bar": TypeRole(13, 600, 1.2, tabular=True),
        "citation": TypeRole(12, 400, 1.4),
        "group": TypeRole(12, 500, 1.3),
        "key": TypeRole(12, 600, 1.3),
        "letter": TypeRole(10, 700, 1.2),
    }
)

RADIUS_BAR = 3
RADIUS_CELL = 5
RADIUS_CONTROL = 6
RADIUS_LIST = 8
RADIUS_CARD = 10
RADIUS_ROOM = 14
CONTROL = 34
"""Height of buttons and fields."""
TARGET = 24
"""Least height and width of anything one can hit, also where its sign is smaller."""
