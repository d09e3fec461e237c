"""Background work on the screen of operators."""
