"""The file side of the window: which file is open, what is unsaved, and what is asked before work is lost."""

from ui.session.session import Session

__all__ = ["Session"]
