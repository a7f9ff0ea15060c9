"""The window's content: bar, steps, page and guide, kept in step with the document."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.page import Page
from ui.page_view import PageView
from ui.pages import all_pages
from ui.session import Session
from ui.settings import SettingsStore
from ui.shell.actions import Actions, Deeds
from ui.shell.answers import Answers
from ui.shell.draft_tabs import DraftTabs
from ui.shell.drafts import DraftDeeds
from ui.shell.guide import Guide, GuideRail
from ui.shell.jotting import SHORTCUT, Jotting
from ui.shell.navigator import Navigator
from ui.shell.notice import Notice
from ui.shell.outputs import Outputs
from ui.shell.paper import PaperDeeds
from ui.shell.sheet import Sheet
from ui.shell.snapshots import SnapshotTaking
from ui.shell.steps import StepList
from ui.shell.top_bar import TopBar
from ui.theme.look import look
from ui.widgets.laid_out import nest
from workbook.library.loader import load

ROOMY, MEDIUM, NARROW = 1500, 1180, 900
"""Logical widths (of the window, divided by the text scale) from which more stands beside the page."""

MENU_KEY = "F10"

PAUSE = 150
"""Milliseconds after the last change before the marks of the steps are worked out anew."""


class Workspace(QWidget):
    """Puts the parts together and keeps them in step; pages talk to its `Answers`."""

    def __init__(
        self, window: QMainWindow, document: Document, session: Session, settings: SettingsStore
    ) -> None:
        super().__init__()
        self._window = window
        self._document = document
        self._session = session
        self._settings = settings
        self._pages = all_pages()
        self.drafts = DraftDeeds(self, document)
        self.tabs = DraftTabs(document, self.drafts.ask_what_to_add)
        self.bar = TopBar(self.tabs)
        self.steps = StepList(self._pages)
        self.sheet = Sheet(self._pages, self._build)
        self.notice = Notice()
        self.guide = Guide()
        self.rail = GuideRail()
        self.jotting = Jotting(document, self.sheet, self.notice, self.bar.take_down)
        self.snapshots = SnapshotTaking(document, self.sheet, self.notice, self.tabs)
        self.outputs = Outputs()
        self.paper = PaperDeeds(session, self.outputs, lambda: self.sheet.view)
        self.navigator = Navigator(document, self.sheet, self._pages)
        self.answers = Answers(document, session, settings, self.navigator, self.paper)
        self.actions_ = Actions(window, document, self._deeds(), settings.values.theme)
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self.navigator.go_to_page("start" if not document.workbook.drafts else "framing")

    def may_close(self) -> bool:
        """Whether the window may go: everything is written and saved, or the user gave it up."""
        return self._are_written() and self._session.close()

    def _are_written(self) -> bool:
        """Wait for what is still being written. False: it was not, which the user should know first."""
        if not self.outputs.are_under_way:
            return True
        self.notice.say("A file is still being written. The window closes when it is in place.")
        are_written = self.outputs.finish()
        if are_written:
            self.notice.hide()
        else:
            self.notice.say("The window stays open, because a file was not written.")
        return are_written

    def _build(self, page: Page) -> PageView:
        view = page.build(self._document, self.answers)
        view.topic_changed.connect(self._show_topic)
        return view

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for widget, stretch in ((self.steps, 0), (self.sheet, 1), (self.guide, 0), (self.rail, 0)):
            body.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.notice)
        nest(column, body, 1)

    def _connect(self) -> None:
        self._document.changed.connect(self._on_changed)
        self._document.came_back.connect(self.navigator.go_to)
        self._document.draft_chosen.connect(self._on_draft_chosen)
        self._session.title_changed.connect(self._show_title)
        self._session.noted.connect(self.notice.say)
        self._session.begun.connect(self._on_begun)
        self._settings.changed.connect(self._on_settings_changed)
        self._later.timeout.connect(self._show_states)
        self.steps.chosen.connect(self.navigator.go_to_page)
        self.navigator.arrived.connect(self._on_arrived)
        self.guide.hide_wanted.connect(lambda: self._ask_guide(shown=False))
        self.rail.open_wanted.connect(lambda: self._ask_guide(shown=True))
        self.tabs.chosen.connect(self._document.choose_draft)
        self.tabs.rename_wanted.connect(self.drafts.rename)
        self.tabs.menu_wanted.connect(self.actions_.draft_menu.popup)
        self.bar.menu.clicked.connect(lambda: self.actions_.open_menu(self.bar.menu))
        self.bar.menu.set_name("Menu", MENU_KEY)
        QShortcut(QKeySequence(MENU_KEY), self._window).activated.connect(self.bar.menu.click)
        self.bar.take_down.set_name("Take something down", SHORTCUT)
        self.bar.take_down.clicked.connect(self.jotting.open)
        self.bar.show_history(self.actions_.undo, self.actions_.redo)
        self.bar.step_list_wanted.connect(self._open_step_list)
        look().changed.connect(self._show_around)
        self._show_title()
        self._show_states()

    def _deeds(self) -> Deeds:
        session, drafts = self._session, self.drafts
        return Deeds(
            new=self.answers.new_workbook,
            open=self.answers.open_file,
            open_example=self.answers.open_example,
            save=session.save,
            save_as=session.save_as,
            revert=session.revert,
            earlier_versions=session.earlier_versions,
            print_page=self.paper.print_page,
            save_page_as_pdf=self.paper.save_as_pdf,
            close=self._window.close,
            add_draft=drafts.add,
            duplicate_draft=drafts.duplicate,
            rename_draft=drafts.rename,
            remove_draft=drafts.remove,
            move_draft_left=lambda: drafts.shift(-1),
            move_draft_right=lambda: drafts.shift(1),
            next_page=lambda: self.navigator.step_by(1),
            previous_page=lambda: self.navigator.step_by(-1),
            toggle_guide=lambda: self._ask_guide(shown=not self.guide.isVisible()),
            larger=lambda: self._scale(0.1),
            smaller=lambda: self._scale(-0.1),
            usual_size=lambda: self._scale(None),
            set_theme=self._settings.set_theme,
            take_down=self.jotting.open,
            take_snapshot=self.snapshots.open,
        )

    def _on_arrived(self) -> None:
        if self.sheet.page is not None:
            self.steps.select(self.sheet.page.key)
        self._show_around()
        self._show_topic()

    def _on_begun(self) -> None:
        """Another workbook is open, perhaps unasked by a page: recovered work, or a file dropped."""
        self.notice.hide()
        page = self.sheet.page
        if page is not None and page.stands_alone and self._document.workbook.drafts:
            self.navigator.go_to_page("framing")

    def _on_settings_changed(self) -> None:
        """The first page lists recent workbooks, which are kept with the settings."""
        if self.sheet.view is not None and self.sheet.stands_alone:
            self.sheet.view.refresh(None)

    def _on_changed(self, change: Change) -> None:
        self.sheet.outdate_others()
        self.tabs.refresh()
        if self.sheet.view is not None:
            self.sheet.view.refresh(change)
        self._later.start()

    def _on_draft_chosen(self) -> None:
        self.sheet.outdate_others()
        self.tabs.refresh()
        if self.sheet.view is not None:
            self.sheet.view.refresh(None)
        self._show_topic()
        self._show_states()

    def _show_states(self) -> None:
        draft = self._document.draft
        if draft is None:
            self.steps.show_states({})
            return
        steps = {each.step: each for each in self._document.findings.design(draft).completeness}
        states = {}
        for page in self._pages:
            if page.step is not None:
                step = steps[page.step]
                states[page.key] = (step.state, step.done / step.wanted)
        self.steps.show_states(states)

    def _show_title(self) -> None:
        self.bar.show_title(self._session.title, self._session.saved_in_words)
        self._window.setWindowTitle(f"{self._session.title}[*] - Partnership Design Workbook")
        self._window.setWindowModified(self._session.is_modified)

    def _show_topic(self) -> None:
        view = self.sheet.view
        topic = None if view is None else view.topic()
        self.guide.show_topic(topic, self._document.workbook)
        own = tuple(case.id for case in self._document.workbook.own_cases)
        characterised = tuple(case.id for case in load().cases if case.is_characterised)
        self.rail.show_cases((*characterised, *own))

    def _show_around(self) -> None:
        """What stands beside the page depends on the width in logical pixels, not on the screen."""
        page = self.sheet.page
        if page is None:
            return
        width = self.width() / look().scale
        alone = page.stands_alone
        is_open = width >= (ROOMY if page.is_table else MEDIUM)
        asked = self._settings.values.guide_shown
        is_open = is_open if asked is None else asked and width >= NARROW
        self.steps.setVisible(not alone and width >= NARROW)
        self.guide.setVisible(not alone and is_open)
        self.rail.setVisible(not alone and not is_open)
        self.bar.show_narrow(narrow=width < NARROW and not alone)
        self.bar.setVisible(not alone or bool(self._document.workbook.drafts))
        self.bar.step.setText(page.title)

    def _ask_guide(self, *, shown: bool) -> None:
        self._settings.set_guide_shown(shown)
        self._show_around()

    def _open_step_list(self) -> None:
        self.actions_.open_steps(self.bar.step, self._pages, self.navigator.go_to_page)

    def _scale(self, by: float | None) -> None:
        scale = 1.0 if by is None else round(min(2.0, max(1.0, look().scale + by)), 1)
        self._settings.set_text_scale(scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may leave more or less room beside the page."""
        super().resizeEvent(event)
        self._show_around()
