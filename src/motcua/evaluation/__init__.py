"""An officer is evaluated on measured facts, sees them first, and may object before they count."""
