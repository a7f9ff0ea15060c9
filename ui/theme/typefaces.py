"""The bundled typefaces. Without them every width differs from laptop to laptop."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.tokens import TypeRole

FONTS = Path(__file__).parent / "fonts"
FAMILIES = ("Inter", "Inter Display")


def load_typefaces() -> None:
    """Make Inter and Inter Display known to Qt. Takes about five milliseconds, once for the application."""
    for file in sorted(FONTS.glob("*.otf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(f"The typeface {file.name} could not be read.")


def typeface(role: TypeRole, pixels: int) -> QFont:
    """The font of a type role at a size in pixels."""
    font = QFont(role.family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(role.weight))
    # Even letter shapes at any scale; hinting differs between platforms.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if role.tabular:
        font.setFeature(QFont.Tag("tnum"), 1)  # Inter's digits are proportional: 0 and 1 differ by a third
    return font
