"""Win-win: which scenario leaves everyone better off, who would refuse which, and what brings them in."""

from ui.page import Group, Page
from ui.pages.win_win.view import WinWinPage

PAGE = Page(
    key="win_win",
    title="Win-win",
    group=Group.WIN_WIN,
    order=50,
    icon="handshake",
    build=WinWinPage,
    is_table=True,
)
