"""No code of the product opens a file for writing but `workbook.persistence`: every output takes its road."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROAD = ROOT / "workbook" / "persistence"
MODULES = [
    path
    for package in ("workbook", "exports", "ui")
    for path in sorted((ROOT / package).rglob("*.py"))
    if not path.is_relative_to(ROAD)
]

ALLOWED = {
    "ui/settings.py": "replaced whole, without waiting for the disk: a damaged one is no reason not to start",
    "ui/theme/sheet_images.py": "makes the pictures of the program itself, when the program is built",
    "ui/cli.py": "leads its own output nowhere when nobody reads it any more",
}

WRITE = frozenset(
    {"write_text", "write_bytes", "setOutputFileName", "touch", "unlink", "rename", "symlink_to", "truncate"}
)
"""Methods that change files, of whatever they are called."""

OF_MODULES = {
    "os": {"open", "replace", "rename", "remove", "unlink", "write", "truncate", "link", "symlink"},
    "shutil": {"copy", "copy2", "copyfile", "copytree", "move", "rmtree"},
    "tempfile": {"mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory"},
}
ONTO_FILES = frozenset({"QFile", "QSaveFile", "QTemporaryFile", "QTextStream", "QSettings"})
IN_MEMORY = {"QPdfWriter": "buffer", "QImageWriter": "buffer"}
"""Writers of Qt, which are given memory to write into, never a name."""


def writes(code: str) -> Iterator[str]:
    """Each place where code could write a file."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and (what := _written_by(node)):
            yield f"line {node.lineno}: {what}"


def _written_by(call: ast.Call) -> str:
    function = call.func
    words = ast.unparse(call)
    if isinstance(function, ast.Name):
        name = function.id
        first = ast.unparse(call.args[0]) if call.args else ""
        if (name == "open" and _mode(call, 1) != "r") or name in ONTO_FILES:
            return words
        if name in IN_MEMORY and first != IN_MEMORY[name]:
            return words
    if isinstance(function, ast.Attribute):
        name, owner = function.attr, ast.unparse(function.value)
        is_written = name in WRITE or name in OF_MODULES.get(owner, ())
        # Pictures of Qt are saved under a name; what commands save goes through `ui.filing`, down the road.
        is_saved = name == "save" and bool(call.args) and owner != "filing"
        is_file = name == "setFileName" or (name == "Workbook" and words.split("(")[1][:6] != "buffer")
        is_opened = name == "open" and bool(set(_mode(call, 0)) & set("wax+"))
        if is_written or is_saved or is_opened or (owner == "xlsxwriter" and is_file):
            return words
    return ""


def _mode(call: ast.Call, place: int) -> str:
    """The mode in which a file is opened, as far as it is written down; else it could be any."""
    given = [each.value for each in call.keywords if each.arg == "mode"] or call.args[place : place + 1]
    if not given:
        return "r"
    mode = given[0]
    if isinstance(mode, ast.Constant) and isinstance(mode.value, str):
        return mode.value.replace("b", "").replace("t", "")
    return ""


def test_every_module_leaves_writing_to_the_one_road() -> None:
    found = {path.relative_to(ROOT).as_posix(): list(writes(path.read_text("utf-8"))) for path in MODULES}
    assert len(found) > 200
    assert {name: places for name, places in found.items() if places and name not in ALLOWED} == {}
    assert {name for name in ALLOWED if not found[name]} == set(), "needed in the list no more"


@pytest.mark.parametrize(
    "naive",
    [
        "open(path, 'w').write(text)",
        "open(path, mode).write(text)",
        "path.open('wb')",
        "path.write_text(text)",
        "Path(name).write_bytes(data)",
        "image.save(str(path))",
        "pixmap.save(name, 'PNG')",
        "QPdfWriter(str(path))",
        "QImageWriter(str(path), b'png')",
        "QSaveFile(str(path))",
        "printer.setOutputFileName(name)",
        "xlsxwriter.Workbook(path)",
        "os.replace(temporary, path)",
        "shutil.copyfile(one, other)",
    ],
)
def test_whoever_writes_onto_a_file_is_noticed(naive: str) -> None:
    assert list(writes(naive))


@pytest.mark.parametrize(
    "innocent",
    ["path.open('rb')", "path.open()", "open(path)", "painter.save()", "QPdfWriter(buffer)", "panel.open()"],
)
def test_whoever_only_reads_is_left_alone(innocent: str) -> None:
    assert not list(writes(innocent))
