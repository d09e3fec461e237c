"""A certified copy is issued in one act, has one number for good, and can be checked by anyone."""
