"""Which data goes from whom to whom."""

from workbook.model.record import Date, Id, Item, Text


class DataFlow(Item):
    """One stream of data between two stakeholders, with what protects it."""

    from_stakeholder: Id | None = None
    to_stakeholder: Id | None = None
    data: Text = ""
    frequency: Text = ""
    sensitivity: Text = ""
    legal_basis: Text = ""
    safeguards: Text = ""
    start_date: Date | None = None
