"""Whoever acts has signed in as the one person they are, and it can be told how and until when.

An account is opened by the office and by nobody else; a name that was guessed at is closed for a
while; a session ends by itself; and each of these is in the journal.
"""
