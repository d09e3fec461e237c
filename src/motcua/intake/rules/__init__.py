"""What is decided about dossiers, without any database."""
