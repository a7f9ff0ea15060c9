"""The documents speak of what is there: pictures, links, paths, pages, keys and words of the program."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QKeySequence

from tests.screenshots import DOCUMENTS, DOCUMENTS_FOLDER
from tests.whole.documents import (
    GUIDE,
    PAGES,
    ROOT,
    anchors_of,
    headings_of,
    links_in,
    pictures_in,
    prose_of,
    section,
)
from tests.whole.window import USUAL, Opened
from ui.pages import all_pages

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
LARGEST_PICTURE = 400_000
PROGRAM = ("ui", "exports", "workbook")
KINDS = ("py", "toml", "partnership")
"""Files in which the words of the program stand: its code, its library, its example."""


@each_page
def test_every_picture_that_is_mentioned_is_there_and_says_what_it_shows(page: Path) -> None:
    for words, file in pictures_in(page):
        assert file.is_file(), file
        assert words.strip(), file


def test_every_picture_is_mentioned_and_can_be_made_again() -> None:
    there = {file.stem for file in DOCUMENTS_FOLDER.iterdir()}
    mentioned = {file.stem for page in PAGES for _, file in pictures_in(page)}
    assert there == mentioned == {picture.name for picture in DOCUMENTS}


def test_pictures_have_the_usual_size_and_stay_small() -> None:
    for file in DOCUMENTS_FOLDER.iterdir():
        size = QImage(str(file)).size()
        assert (size.width(), size.height()) == USUAL, file.name
        assert file.stat().st_size < LARGEST_PICTURE, file.name


def test_a_picture_of_invented_drafts_says_so() -> None:
    invented = {picture.name for picture in DOCUMENTS if picture.workbook.__name__ == "three_drafts"}
    said = {file.stem for page in PAGES for words, file in pictures_in(page) if "invented" in words}
    assert said == invented


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    for link in links_in(page):
        place, _, anchor = link.partition("#")
        target = (page.parent / place).resolve() if place else page
        assert target.exists(), link
        assert not anchor or anchor in anchors_of(target), link


@each_page
def test_files_and_folders_that_are_named_are_there(page: Path) -> None:
    tops = [path for path in ROOT.iterdir() if path.is_file() or path.name in {*PROGRAM, "tests", "docs"}]
    there = [*tops, *(path for top in tops if top.is_dir() for path in top.rglob("*"))]
    known = [f"/{path.relative_to(ROOT).as_posix()}{'/' if path.is_dir() else ''}" for path in there]
    for named in re.findall(r"`([\w/]+(?:\.py|\.toml|/))`", prose_of(page)):
        assert any(name.endswith(f"/{named}") for name in known), named


def test_the_guide_goes_through_the_pages_in_the_order_of_the_walk() -> None:
    headings = headings_of(GUIDE)
    walk = [page.title for page in all_pages() if page.key not in {"start", "export"}]
    places = []
    for title in walk:
        found = [at for at, heading in enumerate(headings) if heading.startswith(title)]
        assert found, f"the guide has no section on {title}"
        places.append(found[0])
    assert all(one < other for one, other in pairwise(places)), [headings[at] for at in places]
    assert "**Export**" in section(GUIDE, "What they take home")


def test_every_key_of_the_menus_stands_in_the_guide(opened: Opened) -> None:
    form = QKeySequence.SequenceFormat.PortableText
    keys = [key.toString(form) for action in opened.window.actions() for key in action.shortcuts()]
    assert {"Ctrl+S", "Ctrl+J", "F9"} < set(keys)
    said = section(GUIDE, "Keys")
    missing = [key for key in keys if not re.search(rf"(?<![\w+]){re.escape(key)}(?![\w+])", said)]
    assert missing == []


def test_the_guide_calls_things_what_the_program_calls_them() -> None:
    """What stands between single asterisks with a capital letter is written on the screen."""
    files = [path for top in PROGRAM for kind in KINDS for path in (ROOT / top).rglob(f"*.{kind}")]
    program = " ".join(path.read_text("utf-8") for path in files).replace("&", "").casefold()
    for said in re.findall(r"(?<![\w*])\*([A-Z][^*]*)\*(?![\w*])", prose_of(GUIDE)):
        for words in " ".join(said.split()).split(" > "):
            assert words.casefold() in program, words
