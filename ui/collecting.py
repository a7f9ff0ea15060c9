"""Garbage of Python is collected on the window's thread, between two events.

Left to itself, Python collects on whichever thread happens to allocate, also on one that works in the
background. Widgets in a cycle are then let go of there, while Qt may be deleting them on the window's thread;
now and then that ends the program. Collected here, between two events, it falls into no keystroke either.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 500
"""Milliseconds from one look to the next."""


class Collector:
    """Collects as far as Python itself would have: the youngest, or those who were left over before, too."""

    def __init__(self) -> None:
        self._lasting = 0

    def collect_what_is_due(self) -> None:
        """Collect, if enough was allocated since."""
        # A threshold of 0 means never.
        due = [
            0 < threshold < count for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)
        ]
        if due[1] and due[2] and self._has_grown():
            gc.collect(2)
            self._lasting = len(gc.get_objects(2))
        elif any(due):
            gc.collect(1 if due[1] else 0)

    def _has_grown(self) -> bool:
        """To go through everything takes long: only when a quarter has been added since the last time."""
        return len(gc.get_objects(2)) - self._lasting > self._lasting / 4


class Collecting(QObject):
    """As long as it lives, nothing is collected anywhere else."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._collector = Collector()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._collector.collect_what_is_due)
        self._timer.start()
        self.destroyed.connect(lambda *_: gc.enable())

    def spare_what_is_there(self) -> None:
        """What has been imported and built by now lasts until the end: never look through it again."""
        gc.freeze()
