"""Running every rule over a spreadsheet that we wrote."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from workbook.persistence.problems import one_line

if TYPE_CHECKING:
    from exports.lint.spreadsheet import Spreadsheet

Found = Iterator[tuple[str, str]]
"""(where, what is wrong) for each fault."""

Rule = Callable[["Spreadsheet"], Found]

UNREADABLE = (
    zipfile.BadZipFile,
    ParseError,
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
)
"""What openpyxl, and the parsers below it, raise when a file is not as it should be."""


@dataclass(frozen=True)
class Fault:
    """A rule that is broken, where, and what is wrong."""

    rule: str
    where: str
    what: str

    @property
    def words(self) -> str:
        """The fault in one line."""
        return one_line(f"{self.where}: {self.what}")


def check(file: Path | bytes) -> tuple[Fault, ...]:
    """Every fault of the spreadsheet, in a file or as its bytes; none if it may be handed out."""
    from exports.lint.spreadsheet import opened

    try:
        spreadsheet = opened(file)
    except UNREADABLE as error:
        return (Fault("can_be_read", "the file", f"cannot be read back ({type(error).__name__}: {error})"),)
    return tuple(
        Fault(rule.__name__, where, what) for rule in all_rules() for where, what in rule(spreadsheet)
    )


def all_rules() -> tuple[Rule, ...]:
    """The rules, in the order in which a report is read."""
    from exports.lint import charts, entries, formulas, layout, names, tables, texts

    return (
        *names.RULES,
        *texts.RULES,
        *tables.RULES,
        *formulas.RULES,
        *entries.RULES,
        *charts.RULES,
        *layout.RULES,
    )
