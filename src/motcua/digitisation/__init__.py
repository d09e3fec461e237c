"""A pile of sheets becomes one readable archival document, or says why it cannot.

Scans or PDF files go in; a searchable PDF/A-2b, the Vietnamese text, the fields of an official
document and a verdict on the quality come out. What is signed is never altered, what cannot be
read is refused by name, and nothing is invented.
"""
