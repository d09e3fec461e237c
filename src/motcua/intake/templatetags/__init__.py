"""Parts of the screens about dossiers."""
