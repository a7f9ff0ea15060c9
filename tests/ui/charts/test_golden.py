"""The charts against pictures that somebody looked at.

With the bundled typeface and the locked Qt the pixels are the same on every Linux we tried. Another FreeType
or graphics system places the edge of a letter a little elsewhere, so a small share of pixels may differ; a
moved label or another colour differs in more. To accept new pictures after looking at them:

    GOLDEN=write .venv/bin/python -m pytest tests/ui/charts/test_golden.py
"""

import os
from collections.abc import Callable
from math import ceil
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.charts import people
from ui.charts.picture import Picture
from ui.charts.profile import MixBars
from ui.charts.triangle import Triangle
from ui.theme.look import Look, look
from ui.theme.tokens import Mode

FOLDER = Path(__file__).parent / "golden"
OTHER = 32
"""Levels of a colour, of 255, from which a pixel counts as another one."""
TOLERATED = 0.001
"""The share of pixels that may be other ones."""

PICTURES: dict[str, tuple[Callable[[], Picture], int, Mode]] = {
    "triangle_light": (lambda: Triangle(people.example()), 420, "light"),
    "triangle_dark": (lambda: Triangle(people.example()), 420, "dark"),
    "triangle_high_contrast": (lambda: Triangle(people.example()), 420, "high_contrast"),
    "triangle_narrow": (lambda: Triangle(people.example(), has_key=False), 260, "light"),
    "triangle_crowd": (lambda: Triangle(people.crowd()), 420, "light"),
    "mix_bars": (lambda: MixBars(people.example()), 560, "light"),
    "mix_bars_long_names": (lambda: MixBars(people.long_names()), 320, "dark"),
    "similarities": (people.example_likeness, 480, "light"),
    "similarities_long_names": (people.long_likeness, 320, "high_contrast"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_chart_looks_as_it_did_when_somebody_looked_at_it(name: str, qtbot: QtBot, tmp_path: Path) -> None:
    build, width, mode = PICTURES[name]
    painted = _painted(build(), width, mode)
    golden = FOLDER / f"{name}.png"
    if os.environ.get("GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        assert painted.save(str(golden))
        return
    painted.save(str(tmp_path / golden.name))
    expected = QImage(str(golden)).convertToFormat(QImage.Format.Format_RGB32)
    assert painted.size() == expected.size(), f"see {tmp_path / golden.name}"
    assert _share_of_others(painted, expected) <= TOLERATED, f"see {tmp_path / golden.name}"


def test_a_tile_is_more_than_twice_what_is_tolerated(qtbot: QtBot) -> None:
    everyone = people.example()
    whole = _painted(Triangle(everyone, has_key=False), 420, "light")
    without_one = _painted(Triangle(everyone[:-1], has_key=False), 420, "light")
    assert _share_of_others(whole, without_one) > 2 * TOLERATED


def _painted(picture: Picture, width: int, mode: Mode) -> QImage:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look()  # the typefaces
    here = Look(app, mode, 1.0)
    height = ceil(picture.height_for(width, here))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(here.colour("surface"))
    painter = QPainter(image)
    picture.paint(painter, QRectF(0, 0, width, height), here)
    painter.end()
    here.deleteLater()
    return image


def _share_of_others(one: QImage, other: QImage) -> float:
    a, b = bytes(one.constBits()), bytes(other.constBits())
    if a == b:
        return 0.0
    others = sum(
        any(abs(x - y) >= OTHER for x, y in zip(a[at : at + 3], b[at : at + 3], strict=True))
        for at in range(0, len(a), 4)
    )
    return others / (len(a) // 4)
