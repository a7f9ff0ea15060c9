"""What must hold of a file, its versions and unsaved work, whenever a child was stopped."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.reliability.places import number_of, unsaved_folder
from workbook.persistence.problems import FileProblem
from workbook.persistence.recovery import UnsavedWork
from workbook.persistence.thinning import LAST, MOST
from workbook.persistence.version import Version


def faults_of_number(there: int, said: Mapping[str, int]) -> Iterator[str]:
    """What is there is what was confirmed, or the next: a stop may come between a save and saying so."""
    confirmed = max(said["found"], said["saved"])
    if not confirmed <= there <= confirmed + 1:
        yield f"the file is at {there}, and {confirmed} was confirmed"


def faults_of_versions(versions: tuple[Version, ...], saved: int) -> Iterator[str]:
    """Every version is whole; the last ones are all there, up to the one that was confirmed."""
    for place, version in enumerate(versions):
        try:
            if place < 3:
                number = number_of(version.read().workbook)
                if number != version.revision:
                    yield f"version {version.revision} says {number}"
            else:
                version.read_bytes()
        except FileProblem as problem:
            yield f"a version is damaged: {problem}"
    revisions = [each.revision for each in versions]
    newest = max(revisions, default=0)
    if newest < saved:
        yield f"{saved} was confirmed, and is not among the versions"
    if revisions[:LAST] != list(range(newest, max(0, newest - LAST), -1)):
        yield f"of the last versions only these are there: {revisions[:LAST]}"
    if len(versions) > MOST + 1:
        yield f"there are {len(versions)} versions"


def faults_of_unsaved(folder: Path, in_file: int, kept: int) -> Iterator[str]:
    """What was kept is in the file or is offered, and nothing is offered that the file holds already."""
    unsaved = UnsavedWork(unsaved_folder(folder))
    offered = []
    for left in unsaved.left_over():
        offered.append(number_of(left.copy.workbook))
        if left.standing != "same":
            yield f"the unsaved work {offered[-1]} is said to be of another file: {left.standing}"
        unsaved.clear_away(left)
    if kept > max((in_file, *offered)):
        yield f"{kept} was kept, the file is at {in_file}, and what is offered is {offered}"
    if any(number <= in_file for number in offered):
        yield f"{offered} is offered, and the file is at {in_file}"
    if len(offered) > 1:
        yield f"{offered} are offered"
    unsaved.close()
