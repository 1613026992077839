"""Sentences and pictograms that several pages of this room use."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "SKILL": (_("Iets dat je kunt"), "star"),
    "KNOWLEDGE": (_("Iets dat je weet"), "book"),
    "OCCUPATION": (_("Werk"), "work"),
    "TASK": (_("Een stuk werk"), "check"),
    "CONDITION": (_("Hoe het werk is"), "eye"),
    "INTEREST": (_("Waar je van houdt"), "heart"),
    "GROUP": (_("Een groep woorden"), "cards"),
}
# The facets of working conditions (content/lexicon/basis/conditions.yaml) → pictogram of base.
CONDITIONS = {
    "ZW": "box",
    "ST": "me",
    "BU": "tree",
    "KH": "home",
    "LA": "speak-phone",
    "VI": "cleaning",
    "HO": "building",
    "MA": "machine",
    "PL": "moon",
    "WE": "calendar",
    "VR": "clock",
    "KL": "talk",
    "AL": "alone",
    "TM": "day",
    "RE": "undo",
    "ZI": "office",
}
REQUIRED = {
    "VOG": _("een VOG (bewijs van goed gedrag)"),
    "VCA": _("een VCA-diploma (veilig werken)"),
    "RIJBEWIJS_B": _("rijbewijs B (auto)"),
    "RIJBEWIJS_C": _("rijbewijs C (vrachtwagen)"),
    "RIJBEWIJS_D": _("rijbewijs D (bus)"),
    "RIJBEWIJS_AM": _("rijbewijs AM (brommer)"),
    "RIJBEWIJS_T": _("rijbewijs T (tractor)"),
    "CODE_95": _("code 95 (voor chauffeurs)"),
    "HEFTRUCK": _("een heftruckbewijs"),
    "HACCP": _("een HACCP-bewijs (veilig met eten)"),
    "BBL": _("een leerbaan (BBL): werken en naar school"),
    "DIPLOMA": _("een diploma"),
    "CERTIFICATE": _("een certificaat"),
}
SPEAKING = {
    1: _("Je kunt een beetje Nederlands (A1 of A2)."),
    2: _("Je kunt over gewone dingen praten (A2)."),
    3: _("Je kunt goed Nederlands praten (B1)."),
    4: _("Je kunt heel goed Nederlands praten (B2)."),
}
MAPPED = {
    "EXACT": _("hetzelfde"),
    "CLOSE": _("bijna hetzelfde"),
    "NARROW": _("een deel hiervan"),
    "BROAD": _("iets groters"),
    "RELATED": _("heeft ermee te maken"),
}
SCHEMES = {"basis": "Basistaal", "esco": "ESCO", "competentnl": "CompetentNL", "onet": "O*NET", "isced": "ISCED-F"}
