"""Fields tied to an address: they show what stands there and send what is typed."""
