"""Every figure is counted from dossiers, opens down to them, and can be recounted years later."""
