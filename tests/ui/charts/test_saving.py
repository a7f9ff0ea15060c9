"""A chart leaves the program as PNG, SVG, PDF and words."""

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.charts import people
from ui.charts.picture import Picture
from ui.charts.profile import MixBars
from ui.charts.saving import FORMATS, render
from ui.charts.triangle import Triangle
from ui.theme.look import install_look, look

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(
    params=[
        lambda: Triangle(people.example()),
        lambda: MixBars(people.long_names()),
        people.example_likeness,
    ],
    ids=["triangle", "mix_bars", "similarities"],
)
def picture(request: pytest.FixtureRequest, qtbot: QtBot) -> Picture:
    made: Picture = request.param()
    return made


def test_a_png_is_twice_as_sharp_as_the_screen_and_says_what_it_shows(picture: Picture) -> None:
    image = QImage.fromData(render(picture, "png"))
    assert image.width() == 2 * (picture.natural_width + 40)
    assert image.text("Title") == picture.title
    assert image.text("Description") == picture.text


def test_an_svg_has_a_title_and_a_description_for_screen_readers(picture: Picture) -> None:
    root = ET.fromstring(render(picture, "svg").decode())  # noqa: S314 - our own
    assert root.findtext(f"{SVG}title") == picture.title
    assert root.findtext(f"{SVG}desc") == picture.text


def test_a_pdf_is_one_page_of_the_size_of_the_picture(picture: Picture) -> None:
    pdf = render(picture, "pdf")
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") == 1


def test_in_words_everyone_has_a_line(picture: Picture) -> None:
    title, empty, *lines = render(picture, "txt").decode().splitlines()
    assert (title, empty) == (picture.title, "")
    assert lines == picture.text.splitlines()
    assert all(line.endswith(".") for line in lines)


def test_a_picture_is_light_also_when_the_screen_is_dark_or_large(picture: Picture) -> None:
    before = {form: render(picture, form) for form in ("png", "svg")}
    app = look().parent()
    try:
        install_look(app, "dark", 2.0)  # type: ignore[arg-type]
        assert {form: render(picture, form) for form in before} == before
    finally:
        install_look(app, "light", 1.0)  # type: ignore[arg-type]


def test_who_needs_high_contrast_gets_it_in_pictures_too(picture: Picture) -> None:
    app = look().parent()
    before = render(picture, "png")
    try:
        install_look(app, "high_contrast", 1.0)  # type: ignore[arg-type]
        assert render(picture, "png") != before
    finally:
        install_look(app, "light", 1.0)  # type: ignore[arg-type]


def test_a_format_that_does_not_exist_is_refused_with_those_there_are(picture: Picture) -> None:
    with pytest.raises(LookupError, match=", ".join(FORMATS)):
        render(picture, "gif")
