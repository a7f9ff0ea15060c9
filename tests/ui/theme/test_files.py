"""What is bundled: typefaces, icons, and the licences they come under."""

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui.theme.line_icons import ICONS, icon_names, pixmap
from ui.theme.look import look
from ui.theme.sheet_images import images
from ui.theme.style_sheet import PICTURES
from ui.theme.tokens import MODES, TYPE, Mode
from ui.theme.typefaces import FONTS


def test_the_licences_are_shipped_with_what_they_are_for() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")
    assert "ISC License" in (ICONS / "LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("role", TYPE)
def test_every_type_role_is_set_in_the_bundled_typeface(qapp: QApplication, role: str) -> None:
    font = look().font(role)
    assert QFontInfo(font).family() == TYPE[role].family
    assert QFontInfo(font).weight() == TYPE[role].weight


def test_digits_of_tables_have_one_width(qapp: QApplication) -> None:
    metrics = QFontMetricsF(look().font("table"))
    assert len({metrics.horizontalAdvance(digit * 8) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_can_be_drawn(qapp: QApplication, name: str) -> None:
    drawn = pixmap(name, "#000000", 24, 1.75, 1.0).toImage()
    ink = sum(drawn.pixelColor(x, y).alpha() > 128 for x in range(24) for y in range(24))
    assert 10 < ink < 300


def test_an_icon_that_is_missing_is_named(qapp: QApplication) -> None:
    with pytest.raises(LookupError, match="unicorn"):
        look().icon("unicorn")


@pytest.mark.parametrize("mode", MODES)
def test_the_pictures_of_the_style_sheet_follow_the_tokens(mode: Mode) -> None:
    kept = {file.name: file.read_bytes() for file in (PICTURES / mode).iterdir()}
    assert kept == images(mode), "make them anew: python -m ui.theme.sheet_images"
