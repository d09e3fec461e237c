"""Dossiers on screen: the counter, the dossier, what waits for somebody, the search."""
