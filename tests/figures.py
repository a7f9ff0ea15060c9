"""Figures that tests of reliability found: printed at the end of a run, and kept in docs/reliability.md.

A test says what it tried and what came of it:

    figures.tell("Killed at any moment of a save", tried=1000, what="kills", lost=0, beside="2,344 saves")

`--keep-figures` writes the table into docs/reliability.md, in place of the one there. A test that this
machine cannot run says so by `not_run("...")`; it is in the table as not run, and nowhere as passed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest

KEY = "figure"
NOT_RUN = "not run: "
KEPT = Path("docs") / "reliability.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
HEADER = "| What was done | Tried | Lost or silently different | Beside that |\n|---|---:|---:|---|\n"


@dataclass(frozen=True)
class Figure:
    """One row of the table."""

    title: str
    tried: str
    lost: str
    beside: str

    @property
    def row(self) -> str:
        return f"| {self.title} | {self.tried} | {self.lost} | {self.beside} |\n"


class Figures:
    """Where one test tells what it found."""

    def __init__(self, properties: list[tuple[str, object]]) -> None:
        self._properties = properties

    def tell(self, title: str, *, tried: int, what: str, lost: int, beside: str = "") -> None:
        """Add a row. `what`: in what `tried` is counted, as "kills"."""
        self._properties.append((KEY, (title, f"{tried:,} {what}", f"{lost:,}", beside)))


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """To tell figures to."""
    return Figures(request.node.user_properties)


def not_run(why: str) -> NoReturn:
    """This machine lacks what the test needs: `why`, as in "no mount here"."""
    pytest.skip(NOT_RUN + why)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that keeps the table."""
    parser.addoption("--keep-figures", action="store_true", help=f"write the table of figures into {KEPT}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table; keep it when asked to and nothing failed."""
    found = sorted(_found(terminalreporter.stats), key=lambda each: each.title)
    rows = "".join(figure.row for figure in found)
    if not rows:
        return
    terminalreporter.section("figures")
    terminalreporter.write(HEADER + rows)
    if not config.getoption("--keep-figures") or hasattr(config, "workerinput"):
        return
    if terminalreporter.stats.get("failed") or terminalreporter.stats.get("error"):
        terminalreporter.write_line(f"{KEPT} keeps its figures, because a test failed")
        return
    page = config.rootpath / KEPT
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(before + BEGIN + "\n" + HEADER + rows + "\n" + END + after, encoding="utf-8")


def _found(stats: dict[str, list[Any]]) -> Iterator[Figure]:
    for report in stats.get("passed", []):
        for key, value in report.user_properties:
            if key == KEY:
                yield Figure(*value)
    for report in stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if NOT_RUN in reason:
            test = report.nodeid.rpartition("::")[2].partition("[")[0]
            title = test.removeprefix("test_").replace("_", " ").capitalize()
            yield Figure(title, "not run", "not known", reason.partition(NOT_RUN)[2])
