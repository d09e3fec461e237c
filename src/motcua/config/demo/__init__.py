"""The example province: real names of places, invented people, and the law's own arithmetic.

Everything in it is done by the acts of the office, in the order of their times, so that whoever
looks around sees what a year of work leaves behind: codes without gaps, receipts, two clocks, a
journal. It never enters an installation that holds anything else.
"""
