"""Measurements on real data; not part of the product."""
