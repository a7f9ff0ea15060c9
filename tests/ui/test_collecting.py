"""Garbage is collected on the window's thread, whoever makes it."""

import gc
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.background import wait_for
from ui.collecting import Collecting, Collector


class Ring:
    """Two of them that hold each other are garbage when nobody else does."""

    gone_on: list[bool]

    def __init__(self, gone_on: list[bool]) -> None:
        self.gone_on = gone_on
        self.other = self

    def __del__(self) -> None:
        self.gone_on.append(current_thread() is main_thread())


def test_what_is_allocated_elsewhere_is_collected_here(qtbot: QtBot) -> None:
    gone_on: list[bool] = []

    def allocate() -> int:
        return len([Ring(gone_on) for _ in range(5000)])

    assert wait_for(allocate) == 5000
    qtbot.waitUntil(lambda: len(gone_on) == 5000)
    assert all(gone_on)


def test_it_is_collected_as_far_as_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    lasting = [object()] * 100
    monkeypatch.setattr("gc.collect", collected.append)
    monkeypatch.setattr("gc.get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr("gc.get_objects", lambda _generation: lasting)
    collector = Collector()

    def collected_at(*counts: int) -> list[int]:
        collected.clear()
        monkeypatch.setattr("gc.get_count", lambda: counts)
        collector.collect_what_is_due()
        return collected

    assert collected_at(700, 10, 10) == []
    assert collected_at(701, 0, 0) == [0]
    assert collected_at(701, 11, 0) == [1]
    assert collected_at(701, 0, 11) == [0]
    assert collected_at(701, 11, 11) == [2]
    # Once everything was looked through, only when a quarter has been added.
    lasting += [object()] * 25
    assert collected_at(701, 11, 11) == [1]
    lasting += [object()]
    assert collected_at(701, 11, 11) == [2]


def test_python_collects_by_itself_again_afterwards(qapp: object) -> None:
    parent = QObject()
    Collecting(parent)
    assert not gc.isenabled()
    del parent
    assert gc.isenabled()
    gc.disable()
