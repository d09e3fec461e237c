"""The settings of the web application, by where it runs."""
