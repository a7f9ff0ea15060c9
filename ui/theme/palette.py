"""Qt's own palette in our colours, for all that no style sheet rule touches."""

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Colours

Role = QPalette.ColorRole


def palette(colours: Colours) -> QPalette:
    """The palette of one mode."""
    ink = colours.neutrals
    roles = {
        Role.Window: ink.ground,
        Role.WindowText: ink.text,
        Role.Base: ink.surface,
        Role.AlternateBase: ink.sunken,
        Role.ToolTipBase: ink.raised,
        Role.ToolTipText: ink.text,
        Role.PlaceholderText: ink.muted,
        Role.Text: ink.text,
        Role.Button: ink.surface,
        Role.ButtonText: ink.text,
        Role.BrightText: ink.text,
        Role.Light: ink.raised,
        Role.Midlight: ink.hover,
        Role.Mid: ink.edge,
        Role.Dark: ink.edge,
        Role.Shadow: ink.edge,
        Role.Link: ink.text,
        Role.LinkVisited: ink.muted,
        Role.Highlight: ink.accent,
        Role.HighlightedText: ink.on_accent,
        Role.Accent: ink.accent,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (Role.Text, Role.ButtonText, Role.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(ink.faint))
    return made
