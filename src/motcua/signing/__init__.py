"""A document is signed by those who may, and a signature is believed only when checked."""
