"""Named edits: pure functions that change several places at once and keep the tree whole."""
