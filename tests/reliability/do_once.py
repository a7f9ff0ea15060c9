"""Run as a program, to be watched: deeds, each in a folder of its own, and each between two words.

Arguments: a folder, the names of the deeds.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.reliability.deeds import DEEDS, LAST, NEXT, Deed, saving, title_in
from tests.reliability.places import FILE
from tests.reliability.savers import Save, in_place, rename_in_unsynced_folder, rename_unsynced
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read


def words_around(number: int) -> tuple[bytes, bytes]:
    """What is written before and after a deed, so that what lies between can be found."""
    return b"begun %d;" % number, b"done %d;" % number


def done_by(save: Save) -> Callable[[Path], Deed]:
    """The deed of a naive saver."""

    def prepare(folder: Path) -> Deed:
        saving(folder)
        path = folder / FILE
        head = read(path).head

        def do() -> tuple[bool, str]:
            save(path, Workbook(title=NEXT), head, None)
            return True, ""

        return Deed(do, path, lambda: title_in(path), LAST, NEXT)

    return prepare


NAIVE = {
    "in place": done_by(in_place),
    "rename without sync": done_by(rename_unsynced),
    "rename, but no sync of the folder": done_by(rename_in_unsynced_folder),
}


def main(folder: Path, names: list[str]) -> None:
    for number, name in enumerate(names):
        place = folder / str(number)
        place.mkdir()
        deed = {**DEEDS, **NAIVE}[name](place)
        begun, done = words_around(number)
        os.write(1, begun)
        confirmed, unkept = deed.do()
        os.write(1, done)
        if not confirmed or unkept or deed.found() != deed.wanted:
            sys.exit(f"{name}: {confirmed=}, {unkept=}, {deed.found()=}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
