"""Reports, pictures and pages over an earlier file, with trouble on the way: one of the two is whole."""

import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from pathlib import Path
from unittest.mock import patch

import pytest
import xlsxwriter
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from exports.report.page import Page
from exports.report.values import forget_texts
from tests.exports.reports import small, write
from tests.figures import Figures
from tests.reliability.small_disk import small_disk
from tests.ui.charts import people
from tests.workbook.persistence.system_calls import FAULTS, INTERRUPTIONS, Crash, attempts
from ui.charts.saving import render
from ui.charts.triangle import Triangle
from ui.printing import as_pdf
from ui.theme.look import install_look
from workbook.persistence.output import write_output
from workbook.persistence.problems import FileProblem

OLD = b"what somebody made on Friday, and needs on Monday"
WORDS = [f"word {number} of many" for number in range(2_000)]

Output = Callable[[Path], object]

LAST_BYTES = {
    ".xlsx": b"PK\x05\x06",
    ".png": b"IEND\xaeB`\x82",
    ".svg": b"</svg>",
    ".pdf": b"%%EOF",
    ".txt": b".\n",
}
"""How a file ends that is whole."""


def _report(path: Path) -> None:
    write(path, small())


def _picture(path: Path) -> None:
    write_output(path, render(Triangle(people.example()), path.suffix.removeprefix(".")))


def _page(path: Path) -> None:
    page = QLabel("\n".join(WORDS[:200]))
    page.resize(600, 2_000)
    write_output(path, as_pdf(page, "Page"))


OUTPUTS: dict[str, Output] = {
    "report.xlsx": _report,
    "picture.png": _picture,
    "picture.svg": _picture,
    "picture.pdf": _picture,
    "picture.txt": _picture,
    "page.pdf": _page,
}


# The same, done naively: whatever makes it writes straight onto the file.


def _spreadsheet_straight(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for row, word in enumerate(WORDS):
        sheet.write_string(row, 0, word)
    book.close()


def _paint(painter: QPainter) -> None:
    for row, word in enumerate(WORDS):
        painter.drawText(20, 20 + row, word)


def _pdf_straight(path: Path) -> None:
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    _paint(painter)
    painter.end()


def _svg_straight(path: Path) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    painter = QPainter(generator)
    _paint(painter)
    painter.end()


def _png_straight(path: Path) -> None:
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    painter = QPainter(image)
    _paint(painter)
    painter.end()
    image.save(str(path))


def _text_straight(path: Path) -> None:
    path.write_text(" ".join(WORDS) + ".\n", "utf-8")


NAIVE: dict[str, Output] = {
    "report.xlsx": _spreadsheet_straight,
    "picture.png": _png_straight,
    "picture.svg": _svg_straight,
    "picture.pdf": _pdf_straight,
    "picture.txt": _text_straight,
}


@dataclass
class Seen:
    """What one try left behind."""

    how: str
    told: str = ""
    wrong: list[str] = field(default_factory=list)


def tried(output: Output, path: Path, trouble: AbstractContextManager[object]) -> Seen:
    """Write over an earlier file while there is trouble; and look at what is left."""
    path.write_bytes(OLD)
    seen = Seen("done")
    with trouble:
        try:
            output(path)
        except FileProblem as problem:
            seen = Seen("refused", str(problem))
        except (Crash, KeyboardInterrupt):
            seen = Seen("interrupted")
        except Exception as error:  # noqa: BLE001 - a naive writer raises whatever it likes
            seen = Seen("raised", str(error))
    left = path.read_bytes() if path.exists() else b""
    is_whole = LAST_BYTES[path.suffix] in left[-64:]
    if left != OLD and not is_whole:
        seen.wrong.append("the earlier file is gone, and no whole one is in its place")
    if seen.how in {"refused", "raised"} and left != OLD:
        seen.wrong.append("the earlier file is gone, although it is said that nothing was written")
    if seen.how == "done" and left == OLD:
        seen.wrong.append("nothing was written, and nobody says so")
    if seen.how == "refused" and not (seen.told.startswith(f"{path}: ") and "\n" not in seen.told):
        seen.wrong.append(f"this is no sentence about the file: {seen.told}")
    litter = {each.name for each in path.parent.iterdir()} - {path.name, "filling"}
    if litter:
        seen.wrong.append(f"{litter} is left behind")
    return seen


@contextmanager
def disk_that_takes(number: int) -> Iterator[None]:
    """No file may become larger than so many bytes: the system itself refuses, whoever writes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (number, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot, qapp: object) -> None:
    del qtbot
    install_look(qapp, "light", 1.0)  # type: ignore[arg-type] # pytest-qt calls it an object


SOME = pytest.param(("ENOSPC",), id="a full disk")
ALL = pytest.param(tuple(FAULTS), id="all faults", marks=[pytest.mark.long, pytest.mark.timeout(900)])


@pytest.mark.parametrize("faults", [SOME, ALL])
def test_whatever_system_call_fails_the_earlier_file_or_the_new_one_is_whole(
    tmp_path: Path, faults: tuple[str, ...], figures: Figures
) -> None:
    number = 0
    for name, fault in product(OUTPUTS, faults):
        folder = tmp_path / fault / name
        folder.mkdir(parents=True)
        path, hows = folder / name, set()
        OUTPUTS[name](path)  # what is imported at the first time is not what is tried
        for attempt in attempts(FAULTS[fault]):
            seen = tried(OUTPUTS[name], path, attempt.running())
            assert seen.wrong == [], (name, fault, attempt.failed)
            hows.add(seen.how)
            number += 1
        assert "done" in hows
        assert ("interrupted" if fault in INTERRUPTIONS else "refused") in hows
    title = "Reports, pictures and pages over an earlier file, each system call failing in turn"
    figures.tell(title, tried=number, what="failures", lost=0)


FEW, EVERY = 3, 200
STEPS = [FEW, pytest.param(EVERY, marks=[pytest.mark.long, pytest.mark.timeout(600)])]


def sizes(output: Output, path: Path, steps: int) -> list[int]:
    """Sizes from nothing to one byte less than what is to be written."""
    output(path)
    whole = path.stat().st_size
    path.unlink()
    return sorted({whole * step // steps for step in range(steps)} | {whole - 1})


@pytest.mark.parametrize("steps", STEPS)
def test_a_disk_that_takes_only_a_part_leaves_the_earlier_file(
    tmp_path: Path, steps: int, figures: Figures
) -> None:
    number = 0
    for name, output in OUTPUTS.items():
        path = tmp_path / name
        parts = sizes(output, path, steps)
        number += len(parts)
        for part in parts:
            seen = tried(output, path, disk_that_takes(part))
            assert (seen.how, seen.wrong) == ("refused", []), (name, part)
            assert "the file would be larger than this disk allows" in seen.told
        path.unlink()
    title = "Reports, pictures and pages on a disk that takes only a part of them"
    figures.tell(title, tried=number, what="sizes", lost=0)


@pytest.mark.no_qt_log
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", NAIVE)
def test_negative_control_what_writes_straight_onto_the_file_destroys_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    parts = sizes(NAIVE[name], path, FEW)
    assert any(tried(NAIVE[name], path, disk_that_takes(part)).wrong for part in parts)


def test_a_full_disk_leaves_the_earlier_file_and_is_told(tmp_path: Path) -> None:
    for name, output in OUTPUTS.items():
        with small_disk(tmp_path / "disk", 64) as disk:
            path = disk / name
            path.write_bytes(OLD)
            with suppress(OSError), (disk / "filling").open("wb", buffering=0) as filling:
                while filling.write(b"x" * 4096):
                    pass
            seen = tried(output, path, nullcontext())
        assert (seen.how, seen.wrong) == ("refused", [])
        assert "the disk is full" in seen.told


# What goes wrong while a report is made ------------------------------------------------------------------


def fails_after(real: Callable[..., object], calls: int, error: BaseException) -> Callable[..., object]:
    """It works so many times, and then raises this."""
    left = calls

    def called(*arguments: object, **options: object) -> object:
        nonlocal left
        left -= 1
        if left < 0:
            raise error
        return real(*arguments, **options)

    return called


@pytest.mark.parametrize("place", ["build.name_text", "page.name_text", "values.cell_text"])
def test_half_a_character_past_the_sanitizer_leaves_the_earlier_report(tmp_path: Path, place: str) -> None:
    forget_texts()
    with patch(f"exports.report.{place}", lambda text, _longest=0: f"{text}\ud800"):
        seen = tried(_report, tmp_path / "report.xlsx", nullcontext())
    forget_texts()
    assert (seen.how, seen.wrong) == ("refused", [])
    assert "the report could not be made" in seen.told


@pytest.mark.filterwarnings("ignore")
def test_negative_control_half_a_character_destroys_what_is_written_to_straight(tmp_path: Path) -> None:
    def straight(path: Path) -> None:
        book = xlsxwriter.Workbook(str(path))
        book.add_worksheet().write_string(0, 0, "Ines \ud800")
        book.close()

    assert tried(straight, tmp_path / "report.xlsx", nullcontext()).wrong


@pytest.mark.parametrize("calls", [0, 1, 7, 20])
@pytest.mark.parametrize("error", [RuntimeError("a fault"), MemoryError(), OSError(28, "full"), Crash("now")])
def test_a_fault_in_the_middle_of_a_sheet_leaves_the_earlier_report(
    tmp_path: Path, calls: int, error: BaseException
) -> None:
    middle = partial(patch.object, Page, "table", fails_after(lambda *_, **__: None, calls, error))
    seen = tried(_report, tmp_path / "report.xlsx", middle())
    assert (tmp_path / "report.xlsx").read_bytes() == OLD
    assert seen.how != "done"
    assert seen.wrong == []
