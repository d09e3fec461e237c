"""Sample pages with known text, drawn and damaged by this package from fixed seeds.

Origin: every text, picture and flaw is made here. The documents in `samples.documents` were written
for the project, with invented people, offices and numbers; the type is that of fonts installed from
Debian (`samples.fonts`); paper, scanner and camera are arithmetic (`samples.damage`,
`samples.marks`, `samples.camera`). Nothing was scanned and nothing was copied.

`samples.office_set` is the set the reading accuracy is measured on; `samples.gate_set` is the set
the quality gate is judged by. `python -m samples OUT` writes the first into a folder.
"""
