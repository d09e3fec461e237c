"""Every act is in the journal, with who, when and about what, and the journal is never rewritten.

It keeps the name as printed and no key to the account, for it must outlive the account.
"""
