"""What is offered after a program ended unexpectedly: the unsaved work it left."""

from collections.abc import Callable

from ui.dialogs import Dialogs
from ui.session.keeping import Keeping
from workbook.persistence.recovery import LeftOver


def offer_left_over(dialogs: Dialogs, keeping: Keeping, open_it: Callable[[LeftOver], object]) -> None:
    """Ask what to do with each piece of unsaved work that was left over, if there is any."""

    def offer(left_over: tuple[LeftOver, ...]) -> None:
        answer = dialogs.ask_recover(left_over) if left_over else None
        if answer is None:
            return
        if answer.deed == "open":
            open_it(answer.left)
            return
        keeping.clear_away(answer.left)
        offer(tuple(left for left in left_over if left is not answer.left))

    keeping.look_for_left_over(offer)
