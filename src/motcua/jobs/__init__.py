"""Work that outlives the request is done at least once, and never by two workers at a time.

The row is the truth and is written in the act's own transaction; a queue only nudges.
"""
