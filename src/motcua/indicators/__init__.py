"""Every figure is counted from the dossiers, opens down to them, and can be recounted years later."""
