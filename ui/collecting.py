"""Garbage of Python is collected on the window's thread, between two events.

Left to itself, Python collects on whichever thread happens to allocate, also on one that works in the
background. Widgets in a cycle are then let go of there, while Qt may be deleting them on the window's thread;
now and then that ends the program. Collected here, between two events, it falls into no keystroke either.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 500
"""Milliseconds from one look to the next."""


def collect_what_is_due() -> None:
    """Collect as far as Python itself would have: the youngest, or those who were left over before, too."""
    # A threshold of 0 means never.
    due = [0 < threshold < count for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))


class Collecting(QObject):
    """As long as it lives, nothing is collected anywhere else."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()
        self.destroyed.connect(lambda *_: gc.enable())
