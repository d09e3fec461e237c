"""An official document is drafted from facts, laid out by the decree, numbered, signed and sent."""
