"""What people wrote, as a sentence quotes it: on one line, shortened where it is long."""

LONGEST_EXCERPT = 60
"""Letters of a text that a sentence quotes; the whole text stands beside the sentence."""

LEAD = 12
"""Letters that are quoted at least, where there are any, before two texts begin to differ."""


def tidy(text: str) -> str:
    """What a person wrote, as a name: on one line, without the full stop of its sentence."""
    return on_one_line(text).removesuffix(".")


def quoted(text: str) -> str:
    """In quotation marks, shortened."""
    return f"“{excerpt(text)}”"


def excerpt(text: str, beginning: int = 0) -> str:
    """As much of a text as goes into a sentence, from a place in it on, marked where it is cut."""
    cut = text[beginning : beginning + LONGEST_EXCERPT]
    is_cut = beginning + LONGEST_EXCERPT < len(text)
    if is_cut and " " in cut[LONGEST_EXCERPT // 2 :]:
        cut = cut[: cut.rindex(" ")]
    return f"{'… ' if beginning else ''}{' '.join(cut.split())}{' …' if is_cut else ''}"


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Both texts shortened, and cut so that one sees in what they differ."""
    one, other = excerpt(before), excerpt(after)
    if one != other:
        return one, other
    before, after = on_one_line(before), on_one_line(after)
    letters = zip(before, after, strict=False)
    differs = next((at for at, (a, b) in enumerate(letters) if a != b), min(len(before), len(after)))
    begins = max(before.rfind(" ", 0, max(0, differs - LEAD)) + 1, differs - 2 * LEAD, 0)
    return excerpt(before, begins), excerpt(after, begins)


def on_one_line(text: str) -> str:
    """The words of a text, a space between each two."""
    return " ".join(text.split())
