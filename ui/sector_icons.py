"""The icon of each sector, the same wherever a stakeholder is shown."""

from collections.abc import Mapping
from types import MappingProxyType

from workbook.model.vocabulary import Sector

SECTOR_ICONS: Mapping[Sector, str] = MappingProxyType(
    {
        "business": "building",
        "government": "landmark",
        "nonprofit": "handshake",
        "research": "book-open",
        "citizens": "users",
        "other": "user",
    }
)
