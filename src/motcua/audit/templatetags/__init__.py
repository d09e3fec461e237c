"""Parts of the screens of the journal."""
