"""A page on paper: as many sheets as it needs, none of them blank; dark ink on white in every theme."""

import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.whole.window import Opened, open_window
from ui.pages import all_pages
from ui.printing import as_pdf
from ui.theme.look import look
from ui.theme.tokens import COLOURS, Mode
from ui.widgets import Sentence

PAPER = 273 / 186
"""Width to height of A4 across, less its margins."""


@pytest.fixture(name="opened")
def opened_window(qtbot: QtBot, tmp_path: Path) -> Opened:
    return open_window(qtbot, tmp_path)


def sheets_of(pdf: bytes) -> list[bytes]:
    """What is painted on each sheet."""
    found = []
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            content = zlib.decompress(packed)
        except zlib.error:
            continue
        if b"/CSp cs" in content or b" scn" in content:
            found.append(content)
    return found


def inks(pdf: bytes) -> set[str]:
    """The colours that something is filled with, words among them."""
    filled = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) scn", b"\n".join(sheets_of(pdf)))
    return {QColor.fromRgbF(*(float(part) for part in each)).name() for each in filled}


@pytest.mark.parametrize("page", [page.key for page in all_pages()])
def test_every_page_can_be_had_as_pdf_and_no_sheet_is_blank(opened: Opened, page: str) -> None:
    view = opened.go_to(page)
    pdf = as_pdf(view, view.accessibleName())
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/FontFile") >= 1, "no letters on it"
    sheets = sheets_of(pdf)
    assert len(sheets) >= max(1, int(view.height() / view.width() * PAPER))
    assert all(sheet.count(b" Tj") + sheet.count(b" TJ") for sheet in sheets)


def test_a_long_page_is_cut_between_its_lines(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    for number in range(120):
        column.addWidget(Sentence(f"Line {number}"))
    qtbot.addWidget(page)
    page.resize(900, 3000)
    page.show()
    lines = [len(re.findall(rb"\bBT\b", sheet)) for sheet in sheets_of(as_pdf(page, "Long"))]
    assert len(lines) >= 5
    assert sum(lines) == 120, "a line that is cut would be painted on both sheets"


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_paper_is_white_and_its_ink_is_dark(opened: Opened, mode: Mode) -> None:
    opened.set_look(mode)
    found = inks(as_pdf(opened.go_to("platform"), "Platform"))
    pale = {COLOURS["dark"].neutrals.text.lower(), COLOURS["dark"].neutrals.muted.lower()}
    assert not found & pale
    assert COLOURS["high_contrast" if mode == "high_contrast" else "light"].neutrals.text.lower() in found
    assert look().mode == mode
    assert look().setting == mode


def save_as_pdf(opened: Opened) -> None:
    """Save the page that is shown, and wait until that has ended."""
    opened.workspace.paper.save_as_pdf()
    opened.workspace.outputs.finish()


def test_the_menu_saves_the_page_that_is_shown(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "shown.pdf"
    opened.answers.saves = [path]
    opened.go_to("platform")
    save_as_pdf(opened)
    assert sheets_of(path.read_bytes())
    assert opened.answers.told == []
    assert opened.workspace.notice.words == f"“shown.pdf” is saved in {tmp_path}."


def test_a_name_without_an_ending_gets_one(opened: Opened, tmp_path: Path) -> None:
    opened.answers.saves = [tmp_path / "shown"]
    save_as_pdf(opened)
    assert (tmp_path / "shown.pdf").exists()


def test_another_file_is_replaced_only_after_asking(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, free = tmp_path / "taken.pdf", tmp_path / "free.pdf"
    taken.write_bytes(b"theirs")
    opened.answers.saves = [taken, free]
    monkeypatch.setattr(opened.answers, "ask_overwrite", lambda path: path != taken)
    save_as_pdf(opened)
    assert taken.read_bytes() == b"theirs"
    assert sheets_of(free.read_bytes())
    monkeypatch.undo()
    opened.answers.saves = [taken]
    save_as_pdf(opened)
    assert "overwrite: taken.pdf" in opened.answers.asked
    assert sheets_of(taken.read_bytes())


def test_a_place_that_takes_nothing_is_said_and_another_can_be_chosen(opened: Opened, tmp_path: Path) -> None:
    opened.answers.saves = [tmp_path / "no folder" / "x.pdf", tmp_path / "y.pdf"]
    opened.answers.failed_output = ["retry", "elsewhere"]
    save_as_pdf(opened)
    said = [
        each for each in opened.answers.asked if each.startswith("failed output: “x.pdf” cannot be saved")
    ]
    assert len(said) == 2
    assert sheets_of((tmp_path / "y.pdf").read_bytes())


def test_a_picture_that_seems_to_be_open_elsewhere_is_replaced_only_when_asked_to(
    opened: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "shown.pdf"
    path.write_bytes(b"theirs")
    (tmp_path / ".~lock.shown.pdf#").write_text(",maren,laptop,01.02.2027 10:00,file;", "utf-8")
    opened.answers.saves = [path]
    save_as_pdf(opened)
    assert opened.answers.asked[-1].startswith("failed output: “shown.pdf” seems to be open in LibreOffice.")
    assert path.read_bytes() == b"theirs"
    opened.answers.saves, opened.answers.failed_output = [path], ["replace"]
    save_as_pdf(opened)
    assert sheets_of(path.read_bytes())


def test_what_cannot_be_painted_is_said_and_nothing_is_replaced(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shown.pdf"
    path.write_bytes(b"theirs")
    opened.answers.saves = [path]
    monkeypatch.setattr(QPainter, "begin", lambda *_: False)
    save_as_pdf(opened)
    monkeypatch.undo()
    assert opened.answers.told == ["“shown.pdf” could not be made: nothing was painted."]
    assert path.read_bytes() == b"theirs"


class ToAFile:
    """The dialog of a system without a printer: the user chose to print into a file."""

    path: Path

    def __init__(self, printer: QPrinter, _parent: QWidget) -> None:
        printer.setOutputFileName(str(self.path))

    def exec(self) -> bool:
        return True


def test_printing_into_a_file_goes_the_way_of_every_save(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ToAFile.path = tmp_path / "printed.pdf"
    ToAFile.path.write_bytes(b"theirs")
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintDialog", ToAFile)
    monkeypatch.setattr(opened.answers, "ask_overwrite", lambda _path: False)
    opened.workspace.paper.print_page()
    opened.workspace.outputs.finish()
    assert ToAFile.path.read_bytes() == b"theirs"
    monkeypatch.setattr(opened.answers, "ask_overwrite", lambda _path: True)
    opened.workspace.paper.print_page()
    opened.workspace.outputs.finish()
    assert sheets_of(ToAFile.path.read_bytes())


def test_nothing_is_written_when_the_user_thinks_better_of_it(opened: Opened) -> None:
    save_as_pdf(opened)
    assert opened.answers.asked == ["save"]
    assert opened.answers.told == []
