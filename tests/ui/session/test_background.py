"""Work off the window's thread: outcomes come back to it, in order, and nothing stays behind."""

import gc
import weakref
from functools import partial
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from ui.background import Job, Stopped, Watch, make_lane, run_in_background, run_watched, wait_for


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> QtBot:
    return qtbot


def unexpected(outcome: object) -> None:
    raise AssertionError(outcome)


def test_work_is_done_elsewhere_and_its_value_comes_back_here() -> None:
    threads: list[bool] = []

    def work() -> int:
        threads.append(current_thread() is main_thread())
        return 7

    def done(value: int) -> None:
        threads.append(current_thread() is main_thread())
        assert value == 7

    run_in_background(work, done=done, failed=unexpected).wait()
    assert threads == [False, True]


def test_an_exception_comes_back_as_what_it_is() -> None:
    problems: list[Exception] = []

    def work() -> None:
        raise KeyError("lost")

    run_in_background(work, done=unexpected, failed=problems.append).wait()
    assert [type(problem) for problem in problems] == [KeyError]
    with pytest.raises(KeyError, match="lost"):
        wait_for(work)


def test_waiting_gives_the_value_and_lets_the_window_go_on() -> None:
    go_on, ticks = Event(), 0

    def tick() -> None:
        nonlocal ticks
        ticks += 1
        if ticks == 5:
            go_on.set()

    timer = QTimer(interval=1)
    timer.timeout.connect(tick)
    timer.start()
    assert wait_for(lambda: go_on.wait(10)) is True
    timer.stop()


def test_a_lane_does_one_thing_after_the_other() -> None:
    parent, go_on = QObject(), Event()
    lane = make_lane(parent)
    seen: list[int] = []

    def work(number: int) -> None:
        go_on.wait(10)
        seen.append(number)

    jobs = [
        run_in_background(partial(work, number), done=lambda _: None, failed=unexpected, lane=lane)
        for number in range(20)
    ]
    go_on.set()
    for job in jobs:
        job.wait()
    assert seen == list(range(20))


def test_progress_is_told_and_work_that_is_not_wanted_stops() -> None:
    told: list[object] = []
    stopped = Event()

    def work(watch: Watch) -> None:
        try:
            while True:
                watch.report(len(told))
        except Stopped:
            stopped.set()
            raise

    def progress(how_far: object) -> None:
        told.append(how_far)
        job.cancel()

    job = run_watched(work, done=unexpected, failed=unexpected, progress=progress)
    job.wait()
    assert stopped.is_set()
    assert len(told) == 1


def test_cancelling_what_is_done_already_calls_nobody() -> None:
    job = run_in_background(lambda: 1, done=unexpected, failed=unexpected)
    job.cancel()
    job.wait()
    assert not job.is_running


def test_nothing_stays_behind() -> None:
    class Value:
        pass

    values: list[weakref.ref[Value]] = []
    jobs: list[weakref.ref[Job[Value]]] = []
    last: Job[Value] | None = None
    for _ in range(200):
        last = run_in_background(
            Value, done=lambda value: values.append(weakref.ref(value)), failed=unexpected
        )
        jobs.append(weakref.ref(last))
    while len(values) < 200:
        last = run_in_background(Value, done=lambda _: None, failed=unexpected)
        last.wait()
    del last
    gc.collect()
    assert [value for value in values if value() is not None] == []
    assert [job for job in jobs if job() is not None] == []


def test_what_work_holds_is_let_go_of_on_the_windows_thread() -> None:
    gone_on: list[bool] = []

    class Held:
        def __del__(self) -> None:
            gone_on.append(current_thread() is main_thread())

        def work(self) -> "Held":
            return Held()

        def fail(self) -> None:
            raise ValueError(self)

    def passes(_outcome: object) -> None:
        pass

    for _ in range(100):
        run_in_background(Held().work, done=passes, failed=passes).wait()
        run_in_background(Held().fail, done=passes, failed=passes).wait()
    gc.collect()
    assert len(gone_on) == 300
    assert all(gone_on)


def test_a_parent_that_goes_waits_for_its_lane_without_a_deadlock() -> None:
    go_on, parent = Event(), QObject()
    run_in_background(lambda: go_on.wait(10), done=lambda _: None, failed=unexpected, lane=make_lane(parent))
    go_on.set()
    del parent
    gc.collect()
    wait_for(lambda: None)
