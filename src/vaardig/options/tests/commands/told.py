"""Passports in the short form."""

CLEANING = ("stofzuigen", "dweilen", "sanitair-schoonmaken", "ramen-lappen", "netjes-werken")
CARING = ("helpen-bij-wassen-douchen", "helpen-bij-eten", "boodschappen-doen", "gezelschap-houden", "geduld-hebben")


def skills(*keys, **told):
    return {"skills": [{"key": key} for key in keys], **told}
