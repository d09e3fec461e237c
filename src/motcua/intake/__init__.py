"""A dossier moves only along its legal life, with every deadline explained and every act recorded."""
