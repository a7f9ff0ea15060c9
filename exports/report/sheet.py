"""What a sheet of the report is, and finding all there are."""

import importlib
import pkgutil
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from exports.report.print_setup import LYING, Paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from exports.report.content import Report
    from exports.report.page import Page


@dataclass(frozen=True)
class Sheet:
    r"""One sheet: its name, its place among the others, what it shows, and the function that writes it.

    `title` is the name of the sheet in Excel: at most 31 characters, none of []:*?/\\. With `several` it
    stands for the sheets that this gives for a report, such as one for each draft, each with a `table_name`.
    """

    title: str
    order: int
    about: str
    write: "Callable[[Page, Report], None]"
    paper: Paper = LYING
    several: "Callable[[Report], Sequence[Sheet]] | None" = None
    table_name: str = ""

    @property
    def key(self) -> str:
        """The title, or what stands for it, as a part of names that Excel accepts."""
        return self.table_name or "_".join(re.findall(r"\w+", self.title, re.ASCII))


class SheetsClash(Exception):
    """Two modules of `exports.report.sheets` define sheets with the same title or the same order."""


@cache
def all_sheets() -> tuple[Sheet, ...]:
    """The sheets that the modules of `exports.report.sheets` define, in their order.

    Raises:
        SheetsClash: two of them have the same title or order.
    """
    package = importlib.import_module("exports.report.sheets")
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    found = [importlib.import_module(f"{package.__name__}.{name}").SHEET for name in names]
    in_order = tuple(sorted(found, key=lambda sheet: sheet.order))
    for field in ("title", "order"):
        if len({getattr(sheet, field) for sheet in in_order}) < len(in_order):
            raise SheetsClash(f"two sheets of the report have the same {field}")
    return in_order


def sheets_of(report: "Report") -> "Iterator[Sheet]":
    """The sheets of this report, in their order."""
    for sheet in all_sheets():
        yield from (sheet,) if sheet.several is None else sheet.several(report)
