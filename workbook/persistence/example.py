"""The example workbook that comes with the program."""

from importlib.resources import as_file, files

from workbook.model.workbook import Workbook
from workbook.persistence.reading import read


def example_workbook() -> Workbook:
    """Three invented drafts, one worked after each of the characterised cases."""
    with as_file(files("workbook.library") / "example.partnership") as path:
        return read(path).workbook
