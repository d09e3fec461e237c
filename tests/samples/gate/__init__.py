"""How the cases of the gate set are made; the set itself is `samples.gate_set`."""
