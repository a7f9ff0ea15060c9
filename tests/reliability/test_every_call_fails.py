"""Whatever call to the system fails, in whatever deed: nothing is lost, nothing is said that is not so."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.figures import Figures
from tests.reliability.deeds import DEEDS, Deed, names_in
from tests.reliability.naive_deeds import NAIVE
from tests.workbook.persistence.system_calls import EVERY_CALL, EVERY_FAULT, Attempt, Crash, attempts
from workbook.library.loader import load
from workbook.persistence.problems import WORDS_FOR_ERRNO, FileProblem

LEAST_CALLS = 5
"""A disk is asked for more than that by every deed; fewer were not watched."""
HALF = "a write of half"
A_REPORT = "a report"
FOR_A_REPORT = ("ENOSPC", "crash")
"""Made anew for each call, it takes too long for every fault; a picture takes the same road."""
NOT_FOR_USERS = ("Errno", "Error", "Traceback", "Exception", "None")


FOUND = {
    "in place": ("ENOSPC", "does not open"),
    "room first": ("ENOSPC", "took versions away"),
    "no look at what was written": ("a write of half", "does not open"),
    "no look at what was synced": ("EIO", "said to be confirmed"),
    "words of the machine": ("EIO", "no words for users"),
}
"""By which fault each naive saver is found out, and how."""


class Faulty(AssertionError):
    """Something was lost, or something was said that is not so."""


@pytest.mark.parametrize("deed", [each for each in DEEDS if each != A_REPORT])
def test_on_a_full_disk_nothing_is_lost_and_nothing_is_said_that_is_not_so(tmp_path: Path, deed: str) -> None:
    assert try_every_call(tmp_path, DEEDS[deed], "ENOSPC") >= LEAST_CALLS


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_call_fails_nothing_is_lost_and_nothing_is_said_that_is_not_so(
    tmp_path: Path, figures: Figures, deed: str
) -> None:
    tried, faults = 0, FOR_A_REPORT if deed == A_REPORT else tuple(EVERY_FAULT)
    for fault in faults:
        once = try_every_call(tmp_path, DEEDS[deed], fault)
        for_good = try_every_call(tmp_path, DEEDS[deed], fault, for_good=True)
        assert min(once, for_good) >= LEAST_CALLS
        tried += once + for_good
    title = f"Each call to the system in turn fails, once and for good: {deed}"
    figures.tell(title, tried=tried, what="faults", lost=0, beside=f"in {len(faults)} ways")


@pytest.mark.parametrize("naive", NAIVE)
def test_a_naive_saver_is_found_out(tmp_path: Path, naive: str) -> None:
    fault, found = FOUND[naive]
    with pytest.raises(Faulty, match=found):
        try_every_call(tmp_path, NAIVE[naive], fault)


# ------------------------------------------------------------------------------------------ how it is tried


@dataclass(frozen=True)
class Trial:
    """A deed on a disk of which a call failed: how it ended, as the program saw it, and in which words."""

    deed: Deed
    attempt: Attempt
    fault: str
    outcome: str
    words: str


def try_every_call(
    folder: Path, prepare: Callable[[Path], Deed], fault: str, *, for_good: bool = False
) -> int:
    """Do a deed over and over, with one call after the other failing. Returns how many failed.

    Raises:
        Faulty: something was not as it should be.
    """
    load()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _file: None)  # no power is cut here
        patch.setattr(os, "fdatasync", lambda _file: None)
        return _try_every_call(folder, prepare, fault, for_good=for_good)


def _try_every_call(folder: Path, prepare: Callable[[Path], Deed], fault: str, *, for_good: bool) -> int:
    tried = 0
    for attempt in attempts(EVERY_FAULT[fault], EVERY_CALL, for_good=for_good, within=folder):
        place = folder / "here"
        if place.exists():
            shutil.rmtree(place)
        place.mkdir()
        deed = prepare(place)
        kept, names = deed.kept(), names_in(place)
        trial = Trial(deed, attempt, fault, *done(deed, attempt))
        litter = names_in(place) - names - {deed.target.name, f"{deed.target.stem}.v1{deed.target.suffix}"}
        found = [*faults_of(trial), *faults_of_versions(trial, kept)]
        if litter and attempt.failed != "unlink":
            found.append(f"{litter} is left")
        if found:
            raise Faulty(f"{attempt.failed} {attempt.failed_name} {fault}, {trial.outcome}: {found}")
        tried += attempt.failed is not None
    return tried


def done(deed: Deed, attempt: Attempt) -> tuple[str, str]:
    """How a deed ended, as the program sees it, and in which words."""
    with attempt.running():
        try:
            confirmed, words = deed.do()
        except FileProblem as problem:
            return "refused", str(problem)
        except (Crash, KeyboardInterrupt):
            return "interrupted", ""
    return ("confirmed" if confirmed else "not confirmed"), words


def faults_of(trial: Trial) -> Iterator[str]:
    """What is not as it should be after a deed of which a call failed."""
    deed, outcome = trial.deed, trial.outcome
    try:
        found = deed.found()
    except FileProblem as problem:
        yield f"what is there does not open: {problem}"
        return
    if found not in (deed.before, deed.wanted):
        yield f"there is {found!r}"
    if outcome == "refused" and found != deed.before and not deed.is_unsaved_work:
        yield "refused, and yet it was done"
    if "confirmed" in outcome and found != deed.wanted:
        yield "said to be done, and is not"
    if outcome == "confirmed" and not deed.is_unsaved_work and _left_unsynced(trial):
        yield "said to be confirmed, and the disk did not say so"
    if trial.words:
        yield from _faults_of_words(trial)


def faults_of_versions(trial: Trial, before: list[bytes]) -> Iterator[str]:
    """What is not as it should be with earlier versions, which were these before."""
    deed, kept = trial.deed, trial.deed.kept()
    if [each for each in before if each not in kept]:
        yield "took versions away"
    if deed.replaced in (None, *kept) or trial.words or trial.outcome == "refused":
        return
    if deed.target.read_bytes() != deed.replaced:
        yield "what was replaced is nowhere any more"


def _left_unsynced(trial: Trial) -> bool:
    """Whether the disk refused to say that the file itself, or its name in the folder, is on it."""
    attempt, target = trial.attempt, trial.deed.target
    is_asked_again = (attempt.failed, attempt.failed_name) in attempt.log_after
    if attempt.failed != "fsync" or trial.fault == HALF or is_asked_again:
        return False
    name = Path(attempt.failed_name)
    is_copy = ".v1." in name.name  # the original, beside the file: it says nothing of the file
    return name == target.parent or (name.parent == target.parent and not is_copy)


def _faults_of_words(trial: Trial) -> Iterator[str]:
    words = trial.words
    if any(each in words for each in NOT_FOR_USERS) or "\n" in words:
        yield f"no words for users: {words}"
    if trial.outcome == "refused" and str(trial.deed.target.parent) not in words:
        yield f"which file it is, is not said: {words}"
    cause = WORDS_FOR_ERRNO.get(getattr(errno, trial.fault, 0))
    if cause is not None and cause not in words:
        yield f"why it failed is not said: {words}"
