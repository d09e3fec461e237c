"""How days, figures and places are said on a screen; the same input always reads the same."""
