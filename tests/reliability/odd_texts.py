"""Texts that programs stumble over: some are kept letter for letter, halves of characters are none."""

import unicodedata

ODD = {
    "a zero": "a\x00b",
    "control characters": "a\x01\x07\x08\x1b[31m\x7f\x85b",
    "line ends of three systems": "a\r\nb\nc\rd",
    "separators": "a\u2028b\u2029c\u00a0d\u200be",
    "from right to left": "\u202eabc \u0634\u0631\u0627\u0643\u0629 \u05e9\u05d5\u05ea\u05e4\u05d5\u05ea",
    "composed": unicodedata.normalize("NFC", "\u00c5ngstr\u00f6m caf\u00e9 \ud55c\uae00"),
    "decomposed": unicodedata.normalize("NFD", "\u00c5ngstr\u00f6m caf\u00e9 \ud55c\uae00"),
    "beyond the first plane": "\U0001f6a2\U00020000\U0010ffff",
    "no characters": "\ufffe\uffff\ufdd0\U0001ffff",
    "a mark": "\ufeffa",
    "what looks like a file": '"}]}\n<<<<<<< HEAD\n{"format": "partnership-workbook"',
    "escapes": "\\u0000 \\ud800 \\n %s {0} ${HOME}",
    "blanks": "  \t ",
}
HALVES = ("\ud800", "a\udfffb", "\udc00\ud800", "ship \ud83d")


def has_halves(text: str) -> bool:
    return any(unicodedata.category(sign) == "Cs" for sign in text)
