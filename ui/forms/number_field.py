"""A number, as people write it: with a comma or a point, a hyphen or a minus sign."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt

from ui.forms.parsed_field import ParsedField
from ui.theme.look import look
from ui.theme.tokens import CONTROL

LARGEST = 1e12
MINUS = "\u2212"
WIDTH = 64


class NumberField(ParsedField):
    """Narrow, centred digits. `empty` is what an empty field stands for."""

    def __init__(self, empty: float | None = None, placeholder: str = "", *, signed: bool = False) -> None:
        super().__init__(_reader(empty), _writer(signed=signed), placeholder)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look().changed.connect(self._fit_width)
        self._fit_width()

    def sizeHint(self) -> QSize:
        """A few digits."""
        return QSize(look().px(WIDTH), look().px(CONTROL))

    def _fit_width(self) -> None:
        self.setFont(look().font("score"))
        self.setFixedWidth(look().px(WIDTH))


def number_in_words(value: float, *, signed: bool = False) -> str:
    """2.0 as 2, with a real minus sign; `signed` puts a plus before gains."""
    written = f"{abs(value):.12g}"
    if value < 0:
        return f"{MINUS}{written}"
    return f"+{written}" if signed and value > 0 else written


def read_number(text: str) -> float:
    """What somebody typed as a number.

    Raises:
        ValueError: it is none; the message is for the user.
    """
    tidy = text.strip().replace(MINUS, "-").replace("\u2013", "-").replace(",", ".").removeprefix("+")
    try:
        number = float(tidy)
    except ValueError:
        raise ValueError("Type a number, such as 0.5.") from None
    if not abs(number) <= LARGEST:  # NaN is not, either
        raise ValueError("That number is too large.")
    return int(number) if number.is_integer() else number


def _reader(empty: float | None) -> Callable[[str], object]:
    return lambda text: read_number(text) if text.strip() else empty


def _writer(*, signed: bool) -> Callable[[object], str]:
    return lambda value: number_in_words(value, signed=signed) if isinstance(value, int | float) else ""
