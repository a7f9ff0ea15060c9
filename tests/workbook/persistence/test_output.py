"""Reports, pictures and pages in their files: open in another program, or seeming to be."""

import os
from pathlib import Path

import pytest

from workbook.persistence.output import OpenElsewhere, open_in, warning, write_output
from workbook.persistence.problems import Unwritable

OLD, NEW = b"an earlier report", b"the new one"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "Monday.xlsx"
    path.write_bytes(OLD)
    return path


@pytest.mark.parametrize(
    ("sign", "program"), [("~$Monday.xlsx", "Excel"), (".~lock.Monday.xlsx#", "LibreOffice")]
)
def test_what_seems_to_be_open_is_left_alone_unless_one_goes_on(
    report: Path, sign: str, program: str
) -> None:
    beside = report.with_name(sign)
    beside.write_bytes(b"\x05Maren")
    with pytest.raises(OpenElsewhere) as raised:
        write_output(report, NEW)
    assert str(raised.value) == (
        f"{report}: seems to be open in {program}. Close it there and try again, or choose another name"
    )
    assert raised.value.may_be_replaced
    assert report.read_bytes() == OLD

    assert write_output(report, NEW, though_open=True)
    assert report.read_bytes() == NEW
    assert beside.read_bytes() == b"\x05Maren"  # it is not ours
    assert warning(report, program).startswith(f"“Monday.xlsx” seems to be open in {program}")


def test_a_sign_left_beside_a_report_that_is_gone_does_not_matter(report: Path) -> None:
    report.unlink()
    report.with_name("~$Monday.xlsx").touch()
    assert write_output(report, NEW)
    assert report.read_bytes() == NEW


def test_the_sign_of_another_report_does_not_matter(report: Path) -> None:
    report.with_name("~$Tuesday.xlsx").touch()
    assert open_in(report) == ""
    assert write_output(report, NEW)


class Refused(PermissionError):
    """What Windows answers."""

    winerror = 5


@pytest.mark.parametrize(
    ("name", "program"), [("Monday.xlsx", "Excel"), ("Monday.pdf", "the one that shows it")]
)
def test_where_an_open_file_cannot_be_replaced_it_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, program: str
) -> None:
    report = tmp_path / name
    report.write_bytes(OLD)

    def replace(*_: object) -> None:
        raise Refused(13, "Access is denied")

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(OpenElsewhere) as raised:
        write_output(report, NEW, though_open=True)
    assert raised.value.sentence == (
        f"is open in another program, probably {program}. "
        "Close it there and try again, or choose another name"
    )
    assert not raised.value.may_be_replaced
    assert report.read_bytes() == OLD
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_missing_permission_elsewhere_is_not_taken_for_an_open_file(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(Unwritable, match="there is no permission for that"):
        write_output(report, NEW)
    assert report.read_bytes() == OLD
