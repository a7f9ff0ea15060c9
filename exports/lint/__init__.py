"""Our own check of a spreadsheet: what makes Excel offer a repair, hides text, or trips a reader."""

from exports.lint.check import Fault, check

__all__ = ["Fault", "check"]
