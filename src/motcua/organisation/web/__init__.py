"""The organisation, its people and its calendar on screen."""
