"""A document is signed by the person or body that may, and a signature is believed only when checked."""
