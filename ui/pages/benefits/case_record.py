"""The record behind a business case, which comes into being when its first field is filled in."""

from collections.abc import Callable

from ui.document import Document
from workbook.analysis.delivery.cases import case_of
from workbook.editing import Address
from workbook.model.benefits import BusinessCase
from workbook.model.scenarios import Scenario


class CaseRecord:
    """`at` is the address of the scenario, `key` the id of the stakeholder that is looked at."""

    def __init__(self, document: Document, at: Callable[[], Address | None], key: Callable[[], str]) -> None:
        self._document, self._at, self._key = document, at, key

    def type(self, field: str, value: str, origin: object) -> None:
        """Keystrokes in a field: one step of undo as long as they go on."""
        at, cases = self._with(field, value)
        if at is not None:
            # The whole tuple is put: a record that is just being made has no address of its own yet.
            self._document.type_text(at, cases, f"change of {_NAMES[field]}", origin)

    def put(self, field: str, value: object, label: str, origin: object | None = None) -> None:
        """A value that is given at once."""
        at, cases = self._with(field, value)
        if at is not None:
            self._document.put(at, cases, label, origin)

    def remove(self) -> None:
        """Take the record away."""
        at, key = self._at(), self._key()
        if at is not None:
            left = tuple(each for each in self._scenario(at).business_cases if each.stakeholder != key)
            self._document.put((*at, "business_cases"), left, "removing a business case")

    def _with(self, field: str, value: object) -> tuple[Address | None, tuple[BusinessCase, ...]]:
        at, key = self._at(), self._key()
        if at is None:
            return None, ()
        scenario = self._scenario(at)
        known = case_of(scenario, key)
        changed = (known or BusinessCase(stakeholder=key)).replace(**{field: value})
        if known is None:
            return (*at, "business_cases"), (*scenario.business_cases, changed)
        cases = tuple(changed if each is known else each for each in scenario.business_cases)
        return (*at, "business_cases"), cases

    def _scenario(self, at: Address) -> Scenario:
        scenario = self._document.get(at)
        assert isinstance(scenario, Scenario)  # noqa: S101 - the address is that of one
        return scenario


_NAMES = {"text": "business case", "owner": "owner"}
