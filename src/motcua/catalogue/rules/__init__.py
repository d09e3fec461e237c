"""What a procedure asks for and how long it may take."""
