"""Parts of the screens of the organisation."""
