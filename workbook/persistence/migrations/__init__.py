"""How older files become files of today: one module per step, named v1_to_v2, v2_to_v3 and so on.

Such a module holds `STEP = Step(from_version=1, sentence="What changed, for the user.", migrate=function)`.
The function takes the whole document as parsed, of the old version, and returns it as the new version has it.
It must not use the model, which only knows today's format. Adding a step is adding a file (and raising
FORMAT_VERSION).
"""

import pkgutil
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

from workbook.persistence.format import FORMAT_VERSION, Document

_NAME_OF_STEP = re.compile(r"v(\d+)_to_v(\d+)")


class BrokenChain(Exception):
    """The steps do not lead from version 1 to the present version."""


@dataclass(frozen=True)
class Step:
    """From one version of the format to the next."""

    from_version: int
    sentence: str
    migrate: Callable[[Document], Document]


def all_steps() -> tuple[Step, ...]:
    """Every step there is, oldest first.

    Raises:
        BrokenChain: one is missing, there twice, or misnamed.
    """
    return in_order(steps_in(import_module(__name__)), FORMAT_VERSION)


def steps_in(package: ModuleType) -> Iterator[Step]:
    """The steps of a package, one per module.

    Raises:
        BrokenChain: the name of a module contradicts its step.
    """
    for module in pkgutil.iter_modules(package.__path__):
        named = _NAME_OF_STEP.fullmatch(module.name)
        if named is None:
            continue
        step: Any = import_module(f"{package.__name__}.{module.name}").STEP
        if (int(named[1]), int(named[2])) != (step.from_version, step.from_version + 1):
            raise BrokenChain(f"{module.name} holds the step from version {step.from_version}")
        yield step


def in_order(steps: Iterator[Step] | Sequence[Step], present: int) -> tuple[Step, ...]:
    """The steps, oldest first, proven to lead from version 1 to the present one.

    Raises:
        BrokenChain: one is missing or there twice.
    """
    chain = tuple(sorted(steps, key=lambda step: step.from_version))
    if [step.from_version for step in chain] != list(range(1, present)):
        there = ", ".join(str(step.from_version) for step in chain) or "none"
        raise BrokenChain(f"steps from versions 1 to {present - 1} are needed; there are steps from: {there}")
    return chain


def upgrade(document: Document, steps: Sequence[Step]) -> Document:
    """The document as the newest of the steps leaves it; steps it is past are skipped."""
    for step in steps:
        if step.from_version == document["format_version"]:
            document = {**step.migrate(document), "format_version": step.from_version + 1}
    return document
