"""The Excel report: one module per sheet, styles in one place, checked before it replaces an earlier one."""
