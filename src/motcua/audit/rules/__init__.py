"""What makes the journal a chain."""
