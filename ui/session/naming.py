"""What files are called when the user has not said it yet, and how a problem with one is told."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from workbook.persistence.problems import FileProblem, Invalid, one_line, quoted

FORBIDDEN = '<>:"/\\|?*'
"""What one system or another does not have in the name of a file."""

LONGEST_NAME = 80


def file_name(title: str, ending: str) -> str:
    """A name that every system takes, and that can be recognised."""
    plain = "".join(" " if sign in FORBIDDEN or not sign.isprintable() else sign for sign in title)
    stem = " ".join(plain.split())[:LONGEST_NAME].strip(". ")
    return (stem or "Workbook") + ending


def with_ending(path: Path, ending: str) -> Path:
    """The path with the ending that our files have, so that they are found again."""
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def usual_folder(last: Path | None) -> Path:
    """Where a question for a file begins: where the last one ended, or among the user's documents."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return next(
        (folder for folder in (last, documents) if folder is not None and folder.is_dir()), Path.home()
    )


def sentence_of(problem: Exception) -> str:
    """What went wrong, for people: one sentence, whoever is to blame."""
    if isinstance(problem, Invalid):
        return f"{quoted(problem.path.name)} breaks the rules of a workbook: {problem.sentence}."
    if isinstance(problem, FileProblem):
        return f"{quoted(problem.path.name)} {problem.sentence}."
    return one_line(f"The program itself failed ({type(problem).__name__}: {problem}).")
