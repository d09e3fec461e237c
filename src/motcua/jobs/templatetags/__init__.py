"""Parts of the screens of background work."""
