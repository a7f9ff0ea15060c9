"""What leaves the program as a spreadsheet, and what comes back."""
