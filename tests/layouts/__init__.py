"""Documents laid out as people lay them out, what each of them says, and how much of that the reader finds."""
