"""Figures of others, as DESIGN §10 gives them; not rerun here."""

REFERENCE = {
    "TECH": {"letters": 39.9, "e5": 44.1, "sum": 53.6},
    "HOUSE": {"letters": 29.0, "e5": 32.3, "sum": 39.5},
    "occupations": {"letters": (58.2, 84.0), "e5": (62.3, 88.7), "sum": (62.8, 87.7)},
}
ENCODERS = {
    "TECH": {"two-stage curriculum encoder": 59.4, "ConTeXT-match": 64.0, "ConTeXT-match MRR": 0.632},
    "HOUSE": {"two-stage curriculum encoder": 49.1},
}
UNSEEN_E5 = {"phrases": "22 / 40", "stories": "14", "titles": "57 / 81"}
