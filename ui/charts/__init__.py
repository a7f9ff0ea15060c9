"""Charts: data prepared beforehand, painted by pure functions, on the screen as in a picture file."""
