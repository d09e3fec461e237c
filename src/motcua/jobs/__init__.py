"""Work that outlives the request is done at least once, and never by two workers at a time.

The row is the truth and is written in the act's own transaction; a queue only nudges. A worker
holds a job by a lease that it extends while it works: if it falls silent, another takes the job
over, and the late one can no longer finish it. So a body may run twice and must not mind.
"""
