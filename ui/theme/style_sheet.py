"""The one style sheet, made from the tokens.

A style sheet that touches a control must say what each of its parts looks like, or Fusion's and ours mix.
What we paint ourselves (ui/widgets) is not here; this is for Qt's own fields, menus, tables and dialogs.
"""

import re
from pathlib import Path
from string import Template

from PySide6.QtCore import QDir

from ui.theme.tokens import COLOURS, Mode

PICTURES = Path(__file__).parent / "icons" / "sheet"
IMAGES = "look"
"""A search path: a style sheet cannot be trusted with the signs that a folder's own name may hold."""

# WORKAROUND(Qt 6): a spin box begins its text at its left edge, whatever the padding says, so it is centred.
RULES = """
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 5px 8px; font-size: 13px; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 6px 9px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus,
QComboBox:focus, QComboBox:on {
    border: 2px solid $focus; padding: $padding_focused; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled {
    color: $faint; border: 1px dotted $edge; }
QLineEdit[refused="true"], QPlainTextEdit[refused="true"], QAbstractSpinBox[refused="true"] {
    border: 2px solid $text; padding: $padding_focused; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: $padding_focused_text; }

QComboBox { padding-right: 28px; combobox-popup: 0; }
QComboBox:focus, QComboBox:on { padding-right: 28px; }
QComboBox::drop-down {
    border: none; width: 28px; subcontrol-origin: border; subcontrol-position: center right; }
QComboBox::down-arrow { image: url($images/down.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $edge; padding: 4px;
    outline: none; selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView::item { padding: 4px 7px; border: 2px solid transparent; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {
    background: $selected; color: $text; border: 2px solid $selected_edge; }

QAbstractSpinBox { qproperty-alignment: AlignCenter; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    border: none; width: 24px; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }
QAbstractSpinBox::up-arrow { image: url($images/up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url($images/down.svg); width: 12px; height: 12px; }

QSpinBox[stepper="true"], QSpinBox[stepper="true"]:focus { background: transparent; border: none;
    padding: 0px 34px; min-height: 32px; }
QSpinBox[stepper="true"]::up-button, QSpinBox[stepper="true"]::down-button { width: 30px; height: 30px;
    background: $surface; border: 1px solid $edge; border-radius: 6px; margin: 0px;
    subcontrol-origin: border; }
QSpinBox[stepper="true"]::up-button { subcontrol-position: center right; }
QSpinBox[stepper="true"]::down-button { subcontrol-position: center left; }
QSpinBox[stepper="true"]::up-button:hover, QSpinBox[stepper="true"]::down-button:hover { background: $hover; }
QSpinBox[stepper="true"]::up-button:off, QSpinBox[stepper="true"]::down-button:off {
    border: 1px dotted $edge; }
QSpinBox[stepper="true"]::up-arrow { image: url($images/plus.svg); width: 14px; height: 14px; }
QSpinBox[stepper="true"]::down-arrow { image: url($images/minus.svg); width: 14px; height: 14px; }
QSpinBox[stepper="true"]::up-arrow:off { image: url($images/plus_off.svg); }
QSpinBox[stepper="true"]::down-arrow:off { image: url($images/minus_off.svg); }

QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: 16px; height: 16px; background: $surface; border: 1px solid $edge; border-radius: 4px; }
QRadioButton::indicator { border-radius: ${radio_radius}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $hover; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border: 1px solid $accent; image: url($images/ticked.svg); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: $accent; border: 1px solid $accent; image: url($images/partly.svg); }
QRadioButton::indicator:checked {
    border: ${radio_ring}px solid $accent; width: ${radio_hole}px; height: ${radio_hole}px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border: 1px dotted $edge; }
QCheckBox::indicator:checked:disabled { background: $faint; }

QDialog, QMessageBox { background: $raised; }
QPushButton { background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px;
    padding: 7px 14px; font-weight: 600; }
QDialogButtonBox QPushButton { min-width: 64px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:default { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton:disabled { color: $faint; background: transparent; border: 1px dotted $edge; }

QMenuBar { background: $ground; color: $text; }
QMenuBar::item { padding: 6px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $selected; }
QMenu { background: $raised; color: $text; border: 1px solid $edge; padding: 5px; icon-size: 16px; }
QMenu::item { padding: 5px 23px 5px 9px; border: 2px solid transparent; border-radius: 5px; }
QMenu::item:selected { background: $selected; border: 2px solid $selected_edge; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $hair; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; }
QMenu::indicator:checked { image: url($images/tick.svg); }
QMenu::right-arrow { image: url($images/right.svg); width: 14px; height: 14px; }

QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QTableView, QListView, QTreeView { background: $surface; color: $text; border: none; outline: none;
    gridline-color: $hair; selection-background-color: $selected; selection-color: $text; }
QTableView::item, QListView::item, QTreeView::item { padding: 4px 8px; border: none; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
    background: $selected; color: $text; border: 2px solid $selected_edge; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $edge;
    padding: 6px 8px; font-weight: 500; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $edge; }

QSplitter::handle { background: $hair; }
QSplitter::handle:horizontal { width: 1px; margin: 0px 3px; }
QSplitter::handle:vertical { height: 1px; margin: 3px 0px; }
QSplitter::handle:hover { background: $edge; }
QProgressBar {
    background: $sunken; border: 1px solid $edge; border-radius: 4px; height: 8px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QStatusBar { background: $ground; color: $muted; border: none; }
QStatusBar::item { border: none; }
"""

LENGTH = re.compile(r"\b(\d+)px")
THICKEST_LINE = 2
"""Lines stay as thin as they are when text grows; all longer lengths grow with it."""


def style_sheet(mode: Mode, scale: float) -> str:
    """The style sheet of a mode at a text size."""
    QDir.setSearchPaths(IMAGES, [str(PICTURES)])
    scaled = LENGTH.sub(lambda found: _length(int(found[1]), scale), RULES)
    values = COLOURS[mode].by_token() | _measures(scale) | {"images": f"{IMAGES}:{mode}"}
    return Template(scaled).substitute(values)


def _measures(scale: float) -> dict[str, str]:
    """Lengths that depend on others: a scaled length and a line that is not scaled."""
    # WORKAROUND(Qt 6): a radius of more than half the box is ignored, and the circle becomes a square.
    circle = round(16 * scale) + 2
    ring = round(5 * scale)
    return {
        # The edge of a field grows by one pixel under the focus; its padding shrinks, so that no text jumps.
        "padding_focused": f"{round(6 * scale) - 1}px {round(9 * scale) - 1}px",
        "padding_focused_text": f"{round(4 * scale) - 1}px {round(5 * scale) - 1}px",
        "radio_radius": str(circle // 2),
        "radio_ring": str(ring),
        "radio_hole": str(circle - 2 * ring),
    }


def _length(pixels: int, scale: float) -> str:
    return f"{pixels if pixels <= THICKEST_LINE else round(pixels * scale)}px"
