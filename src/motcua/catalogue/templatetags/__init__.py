"""How the catalogue is said in templates."""
