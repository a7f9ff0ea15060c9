"""Shares, sticks and sync folders that refuse, delay or vanish: it is saved, or the old file is intact."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.figures import Figures
from tests.reliability.poor_share import PoorShare, poor_share
from tests.reliability.roads import ROADS, Outcome, Replace, Road, saved_by, taken
from workbook.persistence.atomic import create_file, replace_file
from workbook.persistence.problems import Unwritable

MOST_CALLS = 1500
"""More than any road has."""

KEPT = "does not let a new file take the place of an old one; choose a name that is not taken, or save to"
HELD = "another program holds the file; close it there, or save to another place"
QUICK = [name for name in ROADS if name != "report"]
"""Making a report takes its time, and it takes the same road as a picture."""

GONE = {
    "gone: EIO": "the disk reported an error",
    "gone: ENODEV": "the disk is no longer there",
}
SAVES = ("done", "")

EXPECTED: dict[str, dict[str, tuple[str, str]]] = {
    "replaces nothing": dict.fromkeys(("save over", "picture", "report"), ("refused", KEPT)),
    "no links, replaces nothing": dict.fromkeys(("save over", "picture", "report"), ("refused", KEPT)),
    "held twice": {},
    "held for good": dict.fromkeys(("save over", "picture", "report"), ("refused", HELD)),
    "no permissions": {},
    "no sync": dict.fromkeys(("save over", "first save", "picture", "report"), ("not confirmed", "")),
    "no links": {},
    "no locks": {},
}
"""How each road ends there and what is told; a road that is not named is done, and confirmed."""


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PoorShare]:
    with poor_share(tmp_path_factory.mktemp("poor")) as share:
        yield share


def tried(kind: type[Road], share: PoorShare, elsewhere: Path, fault: str) -> Outcome:
    """Take a road while this goes wrong on the share."""
    share.give()
    road = kind(share.folder(), elsewhere)
    road.prepare()
    share.give(fault)
    return taken(road, share.give)


def expect(
    kind: type[Road], share: PoorShare, elsewhere: Path, fault: str, expected: tuple[str, str]
) -> None:
    outcome = tried(kind, share, elsewhere, fault)
    how, words = expected
    assert outcome.how == how, f"{outcome.how} instead of {how}: {outcome.told}"
    assert words in outcome.told


@pytest.mark.parametrize("fault", EXPECTED)
@pytest.mark.parametrize("name", QUICK)
def test_a_share_that_refuses_something_gets_the_new_or_keeps_the_old(
    share: PoorShare, tmp_path: Path, name: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if fault == "held for good":
        monkeypatch.setattr("workbook.persistence.atomic.PAUSES", (0.0,) * 6)
    expect(ROADS[name], share, tmp_path, fault, EXPECTED[fault].get(name, SAVES))


def test_a_new_name_works_where_nothing_is_replaced(share: PoorShare) -> None:
    share.give()
    folder = share.folder()
    share.give("no links, replaces nothing")
    assert create_file(folder / "new.partnership", b"new")
    assert (folder / "new.partnership").read_bytes() == b"new"
    assert os.listdir(folder) == ["new.partnership"]  # noqa: PTH208 - names only
    share.give()


# ------------------------------------------------------------------------------------ a stick that is pulled


def pulled_at_every_call(
    kind: type[Road], share: PoorShare, elsewhere: Path, fault: str, step: int = 1
) -> list[Outcome]:
    """Pull the stick after no call, after one, two ...; put it in again and look. Returns how each went."""
    outcomes = []
    for after in range(0, MOST_CALLS, step):
        share.give()
        road = kind(share.folder(), elsewhere)
        road.prepare()
        share.give(fault, after=after)
        outcome = taken(road, share.give, vanishes=True)
        outcomes.append(outcome)
        if outcome.how == "done" and (len(outcomes) > 1 and outcomes[-2].how == "done"):
            return outcomes
        if not isinstance(road, ROADS["journal"]):  # its program has ended when one looks
            try_again(road)
    pytest.fail("it takes fewer calls")


def try_again(road: Road) -> None:
    """With the stick back in its place all is well, and what the failed try left lying about goes."""
    if isinstance(road, ROADS["first save"]) and road.state() == "new":
        return
    assert road.take() == ""
    assert road.confirmed
    assert road.state() == "new"
    assert not [each for each in road.folder.rglob(".*") if each.is_file()]


@pytest.mark.parametrize("fault", GONE)
@pytest.mark.parametrize("name", QUICK)
def test_a_stick_that_is_pulled_during_a_save_has_the_old_or_the_new(
    share: PoorShare, tmp_path: Path, name: str, fault: str
) -> None:
    step = 60 if name == "earlier versions" else 11  # it takes some hundred calls
    outcomes = pulled_at_every_call(ROADS[name], share, tmp_path, fault, step)
    refused = [each for each in outcomes if each.how == "refused"]
    assert refused
    assert all(GONE[fault] in each.told or "there is no folder" in each.told for each in refused)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", ROADS)
def test_a_stick_that_is_pulled_at_any_call_has_the_old_or_the_new(
    share: PoorShare, tmp_path: Path, name: str, figures: Figures
) -> None:
    step = 5 if name == "report" else 1
    outcomes = [
        each for fault in GONE for each in pulled_at_every_call(ROADS[name], share, tmp_path, fault, step)
    ]
    refused = sum(each.how == "refused" for each in outcomes)
    beside = f"told {refused} times" + ("" if name == "journal" else "; put in again, the next try succeeds")
    figures.tell(f"Stick pulled: {name}", tried=len(outcomes), what="moments", lost=0, beside=beside)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_every_road_on_every_poor_share(share: PoorShare, tmp_path: Path, figures: Figures) -> None:
    every = EXPECTED | {"slow": {}}
    for fault, expected in every.items():
        for name, kind in ROADS.items():
            expect(kind, share, tmp_path, fault, expected.get(name, SAVES))
    tried = len(every) * len(ROADS)
    figures.tell("Shares and sync folders that refuse or delay", tried=tried, what="saves", lost=0)


# ------------------------------------------------------------------------------------------- savers that fail


def chmod_or_nothing(path: Path, data: bytes) -> bool:
    """A saver for which permissions that cannot be set are the end."""
    temporary = path.with_name(".temporary")
    try:
        temporary.write_bytes(data)
        temporary.chmod(path.stat().st_mode)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink()
        raise Unwritable.because(path, error) from error
    return True


def asks_once(path: Path, data: bytes) -> bool:
    """A saver that gives up on a sync client that holds the file for a moment."""
    temporary = path.with_name(".temporary")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink()
        raise Unwritable.because(path, error) from error
    return True


def in_place(path: Path, data: bytes) -> bool:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Unwritable.because(path, error) from error
    return True


def delete_then_rename(path: Path, data: bytes) -> bool:
    """What seems to be a way around shares on which nothing is replaced."""
    temporary = path.with_name(".temporary")
    try:
        temporary.write_bytes(data)
        path.unlink()
        temporary.rename(path)
    except OSError as error:
        raise Unwritable.because(path, error) from error
    return True


@pytest.mark.parametrize(
    ("naive", "fault"),
    [(chmod_or_nothing, "no permissions"), (asks_once, "held twice")],
)
def test_savers_that_give_up_do_not_pass(
    share: PoorShare, tmp_path: Path, naive: Replace, fault: str
) -> None:
    expect(saved_by(replace_file), share, tmp_path, fault, SAVES)
    with pytest.raises(AssertionError, match="refused instead of done"):
        expect(saved_by(naive), share, tmp_path, fault, SAVES)


@pytest.mark.parametrize("naive", [in_place, delete_then_rename])
def test_savers_that_lose_the_file_of_a_pulled_stick_do_not_pass(
    share: PoorShare, tmp_path: Path, naive: Replace
) -> None:
    with pytest.raises(AssertionError, match="refused, and what is there is"):
        pulled_at_every_call(saved_by(naive), share, tmp_path, "gone: EIO")
