"""What a partnership design is: model, library of cases, analysis, file. No window, no Excel."""

__version__ = "0.1.0"
