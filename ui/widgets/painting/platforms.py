"""How the three platforms are shown: order, shape, letter and short name, the same wherever they appear."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True)
class PlatformSign:
    """One platform's sign. The letter I never stands in a circle: there it reads as the information sign."""

    id: str
    letter: str
    short: str
    full: str
    shape: Literal["square", "diamond", "circle"]


SIGNS = (
    PlatformSign("resource_dependence", "R", "Resource", "Resource-dependence", "square"),
    PlatformSign("social_issue", "I", "Issue", "Social issue", "diamond"),
    PlatformSign("societal_sector", "S", "Sector", "Societal sector", "circle"),
)
SIGN: Mapping[str, PlatformSign] = MappingProxyType({sign.id: sign for sign in SIGNS})
