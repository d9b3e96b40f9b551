"""What is said of a draft, written into a copy of it at the places that it is about."""
