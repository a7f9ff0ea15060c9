"""What a file looks like: the head, the checksum, and the bytes. docs/file-format.md tells it to others."""

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal
from uuid import uuid4

from pydantic import Field
from pydantic_core import to_json

from workbook import __version__
from workbook.model.record import Count, Id, Record, Text
from workbook.model.workbook import Workbook

FORMAT = "partnership-workbook"
FORMAT_VERSION = 1
EXTENSION = ".partnership"

Document = dict[str, Any]
"""A whole file as parsed JSON. `Any` because this is the border: before validation it may hold anything."""

Version = Annotated[Count, Field(ge=1)]


class Head(Record):
    """What stands before the workbook in a file: which format, which document, which save of it."""

    format: Literal["partnership-workbook"] = Field(
        "partnership-workbook", description="Says what this file is."
    )
    format_version: Version = Field(
        FORMAT_VERSION, description="Raised when older programs can no longer read it."
    )
    app_version: Text = Field("", description="Version of the program that wrote the file.")
    document_id: Id | None = Field(None, description="Stays the same over all saves of one document.")
    revision: Count = Field(0, description="How often the document has been saved.")
    sha256: Text | None = Field(
        None,
        description="Checksum of the document without this key; null or absent if another program wrote it.",
        pattern="^[0-9a-f]{64}$",
    )


class WorkbookFile(Head):
    """A Partnership Design Workbook: a head, and the workbook itself."""

    format: Literal["partnership-workbook"] = Field(description="Says what this file is.")
    format_version: Version = Field(description="Raised when older programs can no longer read it.")
    workbook: Workbook = Field(
        description="A title, the drafts to compare, own cases and entries, and snapshots."
    )


def new_document_id() -> str:
    """An id that no other document has."""
    return uuid4().hex


def new_head() -> Head:
    """The head of a document that has never been saved."""
    return Head(app_version=__version__, document_id=new_document_id())


def digest(document: Mapping[str, Any]) -> str:
    """The checksum of a document: over its values as parsed, so that layout and order of keys do not matter.

    Raises:
        ValueError: the document holds something that is not JSON in UTF-8.
    """
    counted = {key: value for key, value in document.items() if key != "sha256"}
    text = json.dumps(counted, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def to_document(workbook: Workbook, head: Head) -> Document:
    """The document for a workbook, with its checksum worked out."""
    # A record that was not validated is a fault of ours: better an error now than a file nobody can open.
    body = workbook.model_dump(mode="json", by_alias=True, warnings="error")
    document = {**head.model_dump(mode="json"), "workbook": body}
    document["sha256"] = digest(document)
    return document


def to_bytes(document: Mapping[str, Any]) -> bytes:
    """The document as it stands in a file: indented, in the order of its keys, with a final newline."""
    # The standard library indents in pure Python, ten times slower; a test proves that the values are equal.
    return to_json(document, indent=2) + b"\n"
