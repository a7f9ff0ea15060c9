"""The files of the library load, and a file that cannot be used is named with the cause."""

import shutil
from pathlib import Path

import pytest

from workbook.library import loader
from workbook.library.loader import LibraryError, load, read

BUILT_IN = Path(loader.__file__).parent
FILES = sorted(path.relative_to(BUILT_IN).as_posix() for path in BUILT_IN.rglob("*.toml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the library's files, to be damaged."""
    copy = tmp_path / "library"
    shutil.copytree(BUILT_IN, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_library_is_read_once() -> None:
    assert load() is load()


def test_a_copy_of_the_files_reads_the_same(folder: Path) -> None:
    assert read(folder) == load()


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_no_toml_is_named(folder: Path, file: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as damaged:
        damaged.write("\nthis is no TOML\n")
    with pytest.raises(
        LibraryError, match=rf"^The library file {Path(file).name} cannot be used: .*line \d+.*\.$"
    ):
        read(folder)


@pytest.mark.parametrize("file", FILES)
def test_a_misspelt_key_is_named(folder: Path, file: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(f"colour = 1\n{text}", encoding="utf-8")
    with pytest.raises(LibraryError, match=rf"^The library file {Path(file).name} cannot be used: colour: "):
        read(folder)


def test_a_file_that_is_not_utf_8_is_named(folder: Path) -> None:
    (folder / "mechanisms.toml").write_bytes(b"# caf\xe9")
    with pytest.raises(LibraryError, match=r"mechanisms\.toml cannot be used: .*utf-8"):
        read(folder)


def test_a_file_that_is_missing_is_named(folder: Path) -> None:
    (folder / "enablers.toml").unlink()
    with pytest.raises(LibraryError, match=r"enablers\.toml cannot be used: No such file or directory\.$"):
        read(folder)


def test_an_entry_without_a_citation_is_named_with_its_place(folder: Path) -> None:
    replace(folder / "mechanisms.toml", 'citation = "Susha et al. 2019, section 5.1"\n', "")
    with pytest.raises(
        LibraryError, match=r"mechanisms\.toml cannot be used: entry\.0\.citation: Field required"
    ):
        read(folder)


def test_an_empty_citation_is_refused(folder: Path) -> None:
    replace(folder / "government_roles.toml", '"Susha et al. 2019, sections 5.1 and 6"', '""')
    with pytest.raises(LibraryError, match=r"government_roles\.toml cannot be used: entry\.0\.citation: "):
        read(folder)


def test_a_mix_that_does_not_sum_to_one_is_named(folder: Path) -> None:
    replace(
        folder / "cases" / "flowminder.toml", "mix = { social_issue = 1 }", "mix = { social_issue = 0.9 }"
    )
    with pytest.raises(LibraryError, match=r"flowminder\.toml cannot be used: dimensions.*sum to 1"):
        read(folder)


def test_a_case_that_points_at_no_entry_is_named(folder: Path) -> None:
    replace(folder / "cases" / "almaty.toml", 'mechanism = "commitment_trust"', 'mechanism = "trust"')
    with pytest.raises(
        LibraryError, match=r"almaty\.toml cannot be used: .*points at trust.*no such mechanism"
    ):
        read(folder)


def test_an_id_used_twice_is_refused(folder: Path) -> None:
    replace(folder / "mechanisms.toml", 'id = "urgency"', 'id = "win_win_search"')
    with pytest.raises(LibraryError, match=r"does not hold together: .*win_win_search occurs more than once"):
        read(folder)


def test_a_case_is_added_by_adding_a_file(folder: Path) -> None:
    (folder / "cases" / "bread.toml").write_text(
        'id = "bread"\nname = "Bread"\ncitation = "Fusi brief"', "utf-8"
    )
    (folder / "cases" / "README.md").write_text("not a case", "utf-8")
    added = [case.id for case in read(folder).cases]
    assert sorted(added) == sorted([*(case.id for case in load().cases), "bread"])
    assert added.index("almaty") < added.index("bread") < added.index("cbs_b2g")


def test_a_case_stands_in_a_file_of_its_name() -> None:
    assert {Path(file).stem for file in FILES if file.startswith("cases/")} == {
        case.id for case in load().cases
    }
