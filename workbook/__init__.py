"""What a partnership design is: model, library of cases, analysis, file. No window, no Excel."""

__version__ = "0.1.0"

PROMISE = (
    "Once it says “Saved”, your design survives a crash of the program and, on a disk that truly holds what "
    "it says it holds, a power cut. What you change after that comes back too, up to the last quarter of a "
    "second. Opening a file never harms it."
)
"""What people can rely on, as window and documents say it; docs/reliability.md says how it is tested."""
