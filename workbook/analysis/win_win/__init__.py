"""Which scenario leaves every party better off, who would lose and why, and what would bring them in."""
