"""Text for a terminal: paragraphs and tables that fit its width."""

import shutil
import textwrap
from collections.abc import Sequence

LONGEST_WORD = 20
GAP = "  "


def width() -> int:
    """Columns to write in: the terminal's, within what is comfortable to read; 100 where there is none."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 140))


def paragraph(text: str, indent: str = "") -> str:
    """Text wrapped to the terminal, each line indented."""
    return _filled(text, indent, indent)


def bullet(text: str, indent: str = "  ") -> str:
    """One item of a list, wrapped."""
    return _filled(text, f"{indent}- ", f"{indent}  ")


def _filled(text: str, first: str, rest: str) -> str:
    return textwrap.fill(text, width(), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def heading(text: str) -> str:
    """A title with a line under it."""
    return f"{text}\n{'-' * min(len(text), width())}"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose cells wrap so that it fits; the first column is kept whole where it can be."""
    columns = list(zip(header, *rows, strict=True))
    widths = _widths(
        [max(_longest_line(cell) for cell in column) for column in columns],
        [max(_longest_word(cell) for cell in column) for column in columns],
    )
    lines = [_row(header, widths), _row(["-" * each for each in widths], widths)]
    lines += [_row(row, widths) for row in rows]
    return "\n".join(lines)


def _longest_line(cell: str) -> int:
    return max((len(line) for line in cell.splitlines()), default=0)


def _longest_word(cell: str) -> int:
    return min(max((len(word) for word in cell.split()), default=1), LONGEST_WORD)


def _widths(wanted: Sequence[int], least: Sequence[int]) -> list[int]:
    """Widths that fit the terminal: the widest column gives way first, and none below its longest word."""
    widths = [max(each, 1) for each in wanted]
    room = width() - len(GAP) * (len(widths) - 1)
    while sum(widths) > room:
        can_give = [at for at, each in enumerate(widths) if each > least[at]]
        if not can_give:
            break  # too many columns for this terminal: better wide than illegible
        widths[max(can_give, key=lambda at: widths[at])] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    wrapped = [_wrapped(cell, each) for cell, each in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in wrapped)
    padded = [lines + [""] * (height - len(lines)) for lines in wrapped]
    return "\n".join(
        GAP.join(line.ljust(each) for line, each in zip(lines, widths, strict=True)).rstrip()
        for lines in zip(*padded, strict=True)
    )


def _wrapped(cell: str, limit: int) -> list[str]:
    return [
        part
        for line in cell.splitlines()
        for part in (textwrap.wrap(line, limit, break_on_hyphens=False) or [""])
    ] or [""]
