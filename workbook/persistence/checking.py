"""Everything that is wrong with a file, without opening it for work."""

from pathlib import Path

from workbook.persistence.problems import Altered, FileProblem, Invalid, one_line, shown
from workbook.persistence.reading import FindUnknown, in_library, read


def check(path: Path, *, find_unknown: FindUnknown = in_library) -> tuple[str, ...]:
    """One line per problem, each naming the file; none if it opens."""
    try:
        read(path, find_unknown=find_unknown)
    except Altered as problem:
        return (str(problem), *_inside(path, find_unknown))
    except FileProblem as problem:
        return _lines(problem)
    return ()


def _inside(path: Path, find_unknown: FindUnknown) -> tuple[str, ...]:
    """What is wrong besides the checksum."""
    try:
        read(path, accept_altered=True, find_unknown=find_unknown)
    except FileProblem as problem:
        return _lines(problem)
    return ()


def _lines(problem: FileProblem) -> tuple[str, ...]:
    if isinstance(problem, Invalid):
        return tuple(f"{shown(problem.path)}: {one_line(sentence)}" for sentence in problem.problems)
    return (str(problem),)
