"""When a session has ended, which passwords are too near at hand, what a browser is called."""
