"""What people do with a passport, cut by noun. Later rooms use `observe_claim` and `add_concept`."""
