"""A dossier moves only along its legal life; each deadline is explained, each act recorded."""
