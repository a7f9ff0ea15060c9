"""The pages: one module per step of the walk, discovered. Adding a page is adding a file with a `PAGE`."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import cast

from ui.page import Group, Page


@cache
def all_pages() -> tuple[Page, ...]:
    """Every page, in walking order. Importing a page is cheap; building one is left to its first visit."""
    modules = [import_module(f"{__name__}.{each.name}") for each in pkgutil.iter_modules(__path__)]
    groups = list(Group)
    pages = [cast("Page", module.PAGE) for module in modules]
    return tuple(sorted(pages, key=lambda page: (groups.index(page.group), page.order)))
