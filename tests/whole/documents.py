"""The documents as text: README and docs, their headings, links, pictures, code and tables."""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README, GUIDE = ROOT / "README.md", ROOT / "docs" / "user-guide.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")), ROOT / "benchmarks" / "README.md")

_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[[^]]*\]\(([^)]+)\)")
_PICTURE = re.compile(r"!\[([^]]*)\]\(([^)]+)\)")


def text_of(page: Path) -> str:
    """The page as it stands."""
    return page.read_text("utf-8")


def prose_of(page: Path) -> str:
    """The page without its code."""
    return _FENCE.sub("", text_of(page))


def code_in(page: Path, language: str = "") -> list[str]:
    """The blocks of code in a language, without the indent of the list that they stand in."""
    return [textwrap.dedent(code) for _, kind, code in _FENCE.findall(text_of(page)) if kind == language]


def links_in(page: Path) -> list[str]:
    """Where its links lead to."""
    return _LINK.findall(prose_of(page))


def pictures_in(page: Path) -> list[tuple[str, Path]]:
    """What its pictures are said to show, and their files."""
    return [(words, (page.parent / place).resolve()) for words, place in _PICTURE.findall(prose_of(page))]


def headings_of(page: Path) -> list[str]:
    """Its headings, in order."""
    return [line.lstrip("#").strip() for line in prose_of(page).splitlines() if line.startswith("#")]


def anchors_of(page: Path) -> set[str]:
    """What its headings are called in a link."""
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings_of(page)}


def table_cells(page: Path) -> Iterator[tuple[str, ...]]:
    """The cells of every row of its tables."""
    for line in prose_of(page).splitlines():
        if line.startswith("|"):
            yield tuple(cell.strip() for cell in line.strip("|").split("|"))


def section(page: Path, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    lines = text_of(page).splitlines()
    begins = next(at for at, line in enumerate(lines) if line.lstrip("#").strip() == heading)
    level = len(lines[begins]) - len(lines[begins].lstrip("#"))
    ends = re.compile(rf"#{{1,{level}}} ")
    rest = lines[begins + 1 :]
    until = next((at for at, line in enumerate(rest) if ends.match(line)), len(rest))
    return "\n".join(rest[:until])
