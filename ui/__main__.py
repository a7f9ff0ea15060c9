"""`python -m ui` is the installed command, from a clone."""

import sys

from ui.cli import main

sys.exit(main())
