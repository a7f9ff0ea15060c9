"""The token table keeps what it promises: every word and mark can be read, in every mode."""

import pytest

from ui.theme.tokens import COLOURS, EFFECT_TOKENS, MODES, PLATFORM_TOKENS, SMALLEST_PX, TYPE, Mode

GROUNDS = ("ground", "surface", "raised", "sunken", "hover", "selected")
WORDS = ("text", "muted", "faint")
CASES = ("case_floraholland", "case_flowminder", "case_nys_food_traceability", "case_other")
EFFECTS = ("gain", "loss")


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def text_pairs() -> list[tuple[str, str]]:
    pairs = [(word, ground) for word in WORDS for ground in GROUNDS]
    pairs += [("on_accent", "accent"), ("text", "gain_tint2"), ("text", "loss_tint2")]
    for hue in (*PLATFORM_TOKENS, *EFFECTS):
        pairs += [(f"{hue}_ink", "surface"), (f"{hue}_ink", "raised"), (f"{hue}_ink", f"{hue}_tint")]
        pairs += [(f"{hue}_on", hue), ("text", f"{hue}_tint"), ("muted", f"{hue}_tint")]
    pairs += [("unknown_ink", "surface"), ("unknown_ink", "unknown_tint")]
    pairs += [("case_on", case) for case in CASES]
    return pairs


def mark_pairs() -> list[tuple[str, str]]:
    marks = ["edge", "focus", "accent", *PLATFORM_TOKENS, *EFFECT_TOKENS, *CASES]
    return [(mark, "surface") for mark in marks] + [("edge", "ground"), ("focus", "ground")]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("word", "ground"), text_pairs())
def test_words_can_be_read(mode: Mode, word: str, ground: str) -> None:
    values = COLOURS[mode].by_token()
    assert contrast(values[word], values[ground]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("mark", "ground"), mark_pairs())
def test_marks_can_be_seen(mode: Mode, mark: str, ground: str) -> None:
    values = COLOURS[mode].by_token()
    assert contrast(values[mark], values[ground]) >= 3


def test_grey_prints_keep_the_order_of_the_platforms() -> None:
    values = COLOURS["light"].by_token()
    resource, issue, sector = (luminance(values[platform]) for platform in PLATFORM_TOKENS)
    assert resource > issue > sector


def test_every_mode_has_every_token() -> None:
    tokens = {mode: set(COLOURS[mode].by_token()) for mode in MODES}
    assert tokens["light"] == tokens["dark"] == tokens["high_contrast"]


def test_no_words_are_set_smaller_than_they_can_be_read() -> None:
    assert {role for role, kind in TYPE.items() if kind.px < SMALLEST_PX} == {"letter"}


def test_large_type_is_set_in_the_display_cut() -> None:
    assert TYPE["title"].family == TYPE["position"].family == "Inter Display"
    assert TYPE["question"].family == TYPE["body"].family == "Inter"
