"""What people can rely on is said in the same words wherever it is said."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.figures import BEGIN, END
from tests.whole.documents import GUIDE, ROOT, code_in, text_of
from tests.whole.window import Opened
from workbook import PROMISE

RELIABILITY = ROOT / "docs" / "reliability.md"
COMMAND = "python3 run.py test -m long tests/reliability --keep-figures"


def in_one_line(text: str) -> str:
    """Without line breaks, and the marks of a quotation."""
    return " ".join(text.replace("\n> ", " ").split())


@pytest.mark.parametrize("page", [GUIDE, RELIABILITY], ids=lambda page: str(page.name))
def test_the_documents_promise_what_the_window_promises(page: Path) -> None:
    assert PROMISE in in_one_line(text_of(page))


def test_the_first_page_says_what_one_can_rely_on(opened: Opened) -> None:
    opened.go_to("start")
    assert PROMISE in [label.text() for label in opened.view.findChildren(QLabel) if label.isVisible()]


def test_the_word_saved_says_what_it_means(opened: Opened) -> None:
    saved = opened.workspace.bar.saved
    assert in_one_line(saved.toolTip()) == saved.accessibleDescription() == PROMISE
    assert max(len(line) for line in saved.toolTip().splitlines()) <= 64


def test_there_is_one_place_for_the_figures_of_the_long_run() -> None:
    page = text_of(RELIABILITY)
    assert page.count(BEGIN) == page.count(END) == 1
    assert page.index(BEGIN) < page.index(END)
    assert COMMAND in "".join(code_in(RELIABILITY))


def test_every_test_of_reliability_is_told_of_and_no_other() -> None:
    named = set(re.findall(r"`(test_\w+\.py)`", text_of(RELIABILITY)))
    assert named == {each.name for each in (ROOT / "tests" / "reliability").glob("test_*.py")}
