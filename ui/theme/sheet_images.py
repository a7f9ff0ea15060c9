"""The few pictures a style sheet can only take from files: arrows, ticks, signs, in the colours of each mode.

They are made from the icons and the token table, and kept beside them. After changing either:

    python -m ui.theme.sheet_images
"""

from ui.theme.line_icons import svg
from ui.theme.style_sheet import PICTURES
from ui.theme.tokens import COLOURS, MODES, Mode

DRAWN = (
    # name, icon, token, stroke
    ("down", "chevron-down", "muted", 2.0),
    ("up", "chevron-up", "muted", 2.0),
    ("right", "chevron-right", "muted", 2.0),
    ("ticked", "check", "on_accent", 3.0),
    ("partly", "minus", "on_accent", 3.0),
    ("tick", "check", "text", 2.25),
    ("minus", "minus", "text", 2.0),
    ("plus", "plus", "text", 2.0),
    ("minus_off", "minus", "faint", 2.0),
    ("plus_off", "plus", "faint", 2.0),
)


def images(mode: Mode) -> dict[str, bytes]:
    """The pictures of one mode by file name."""
    values = COLOURS[mode].by_token()
    return {f"{name}.svg": svg(icon, values[token], stroke) for name, icon, token, stroke in DRAWN}


def write_images() -> None:
    """Make the files anew."""
    for mode in MODES:
        (PICTURES / mode).mkdir(parents=True, exist_ok=True)
        for name, drawing in images(mode).items():
            (PICTURES / mode / name).write_bytes(drawing)


if __name__ == "__main__":
    write_images()
