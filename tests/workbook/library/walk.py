"""Every text and every record of a tree of records, with the path that leads to it."""

from collections.abc import Iterator

from workbook.model.record import Record


def records(value: object, path: str = "library") -> Iterator[tuple[str, Record]]:
    if isinstance(value, Record):
        yield path, value
        for field in type(value).model_fields:
            yield from records(getattr(value, field), f"{path}.{field}")
    elif isinstance(value, tuple):
        for position, held in enumerate(value):
            yield from records(held, f"{path}[{getattr(held, 'id', position)}]")


def texts(value: object, path: str = "library") -> Iterator[tuple[str, str]]:
    for where, record in records(value, path):
        for field in type(record).model_fields:
            held = getattr(record, field)
            if isinstance(held, str):
                yield f"{where}.{field}", held
            elif isinstance(held, tuple):
                yield from (
                    (f"{where}.{field}[{n}]", each) for n, each in enumerate(held) if isinstance(each, str)
                )
