"""Of some rows that fold, one is open at a time: the one the user opened, or a usual one until they do."""

from collections.abc import Mapping

from ui.widgets.fold_list import FoldItem


class OneOpen:
    """Remembers what the user wants; `show` makes the rows follow, also when rows have come and gone."""

    def __init__(self) -> None:
        self._wanted: str | None = None
        self._items: Mapping[str, FoldItem] = {}
        self._is_ours = False

    def watch(self, key: str, item: FoldItem) -> None:
        """Follow what the user does with a row."""
        item.opened.connect(lambda: self._on_opened(key))
        item.closed.connect(lambda: self._on_closed(key))

    def want(self, key: str) -> None:
        """Open this one at the next `show`; the empty key stands for none."""
        self._wanted = key

    def forget(self) -> None:
        """Open the usual one again."""
        self._wanted = None

    def show(self, items: Mapping[str, FoldItem], usual: str) -> str:
        """Open what is wanted, or the usual row where that is nothing or gone; the answer is its key."""
        self._items = items
        key = usual if self._wanted is None or self._wanted not in {"", *items} else self._wanted
        self._open_only(key)
        return key

    def _open_only(self, key: str) -> None:
        self._is_ours = True
        for each, item in self._items.items():
            item.open(is_open=each == key)
        self._is_ours = False

    def _on_opened(self, key: str) -> None:
        if not self._is_ours:
            self._wanted = key
            self._open_only(key)

    def _on_closed(self, key: str) -> None:
        if not self._is_ours and self._wanted in {None, key}:
            self._wanted = ""
