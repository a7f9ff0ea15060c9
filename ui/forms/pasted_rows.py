"""What comes out of the clipboard as rows and cells: lines of a text, or a block of a spreadsheet."""

import re

_CELL = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*)')
"""A spreadsheet puts a cell in quotes when it holds a line break; a text that only begins with one stays."""
_BULLET = re.compile(r"^(?:[-*\u2022\u2013]|\d{1,2}[.)])\s+")


def pasted_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Rows of cells, without those that are empty; bullets and numbers before lines are left out."""
    rows: list[list[str]] = [[]]
    text, at = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").strip("\n"), 0
    while at <= len(text):
        found = _CELL.match(text, at)
        if found is None:  # never: the second half of the pattern fits anything
            break
        quoted, plain = found[1], found[2]
        rows[-1].append(plain if quoted is None else quoted.replace('""', '"'))
        at = found.end()
        if at < len(text) and text[at] == "\n":
            rows.append([])
        at += 1
    tidy = ((_tidy(row[0], first=True), *(_tidy(cell) for cell in row[1:])) for row in rows)
    return tuple(row for row in tidy if any(row))


def _tidy(cell: str, *, first: bool = False) -> str:
    words = " ".join(cell.split())
    return _BULLET.sub("", words) if first else words
