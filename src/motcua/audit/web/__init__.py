"""The journal on screen."""
