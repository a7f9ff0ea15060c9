"""The report through LibreOffice, made to calculate every formula afresh: the figures must not change.

Only where LibreOffice is installed (Debian: libreoffice-calc-nogui). Left out unless asked for with -m long.
"""

import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
WHOLE_FILE = 120

ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(2 * WHOLE_FILE),
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]

Values = dict[tuple[str, str], object]


def recalculated(report: Path, folder: Path) -> Path:
    """What LibreOffice makes of the report; with a profile for each call, or two would disturb each other."""
    settings = folder / "profile" / "user"
    settings.mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, "utf-8")
    out = folder / "out"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    kind = ("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out))
    assert SOFFICE is not None
    subprocess.run([SOFFICE, profile, "--headless", *kind, str(report)], check=True, timeout=WHOLE_FILE)
    assert (out / report.name).exists(), "LibreOffice ended without a word and without a file"
    return out / report.name


def values(path: Path) -> Values:
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def differing(here: Values, there: Values) -> Values:
    """Cells whose values differ: numbers beyond what a binary fraction explains."""
    return {
        place: (here.get(place), there.get(place))
        for place in here.keys() | there.keys()
        if here.get(place) != pytest.approx(there.get(place), abs=1e-9)
    }


def formulas(path: Path) -> list[tuple[str, str]]:
    book = openpyxl.load_workbook(path)
    return [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_calculated_afresh_every_value_is_the_one_we_stored(example_report: Path, tmp_path: Path) -> None:
    ours, theirs = values(example_report), values(recalculated(example_report, tmp_path))
    assert len([sheet for sheet, _ in formulas(example_report) if sheet == "Pairs"]) == 15
    assert len(formulas(example_report)) > 200
    assert differing(ours, theirs) == {}


def test_a_false_stored_value_would_be_found_out(example_report: Path, tmp_path: Path) -> None:
    lying = tmp_path / "lying.xlsx"
    with zipfile.ZipFile(example_report) as honest, zipfile.ZipFile(lying, "w") as written:
        for name in honest.namelist():
            data = honest.read(name)
            if name == "xl/worksheets/sheet7.xml":
                assert b"6)</f><v>" in data
                data = data.replace(b"6)</f><v>", b"6)</f><v>9", 1)
            written.writestr(name, data)
    changed = differing(values(lying), values(recalculated(lying, tmp_path)))
    assert list(changed) == [("Pairs", "C4")]
