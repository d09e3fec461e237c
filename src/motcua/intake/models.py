"""Dossiers as they are kept."""
