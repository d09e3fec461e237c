"""Which unit, post and person there was on a given day, and what that person might do.

Units, posts and authorisations carry their dates and successors, so every figure and every
permission is answered for the day it is about.
"""
