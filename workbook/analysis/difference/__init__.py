"""What differs between two drafts, snapshots or cases: every field in words, and who gains or loses by it."""
