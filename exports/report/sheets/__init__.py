"""The sheets of the report. Adding one is adding a file here that defines `SHEET`."""
