"""Which papers a procedure asks for on a given day, in what time, by which law."""
