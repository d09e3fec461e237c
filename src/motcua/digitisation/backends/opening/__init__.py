"""Opens files from outside: one confined process for each, which hands back nothing but pixels.

opener    what the office calls; imports no parser
channel   the messages between the two sides: JSON with a length before it, never pickle
spool     drawn pages on the way to whoever works on them
entry     where the reading process starts; child, what it does there; confinement, its walls
formats, jpeg, raster, pixels, structure, layout, drawing    what the child knows of files
"""
