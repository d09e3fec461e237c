"""Measures what Motcua takes and gives, side by side with a peer on the same pages."""
