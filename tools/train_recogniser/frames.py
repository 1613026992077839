"""Sentences around a label, as people say them. {} is the label, {te} its "te" form."""

INFINITIVE_NL = (
    "ik kan {}", "ik kan goed {}", "ik moet vaak {}", "op mijn werk moet ik {}", "ik moest elke dag {}",
    "vroeger moest ik {}", "ik ben goed in {}", "ik help met {}", "ik hielp altijd met {}", "mijn werk was {}",
    "mijn taak is {}", "ik ben altijd aan het {}", "ik doe al jaren {}", "thuis moet ik ook {}", "wij moesten {}",
    "ik mag zelf {}", "in het magazijn moet ik {}", "ik heb leren {}", "vaak ging ik {}", "ik wil graag {}",
    "bij mijn oude baas deed ik {}", "{} doe ik ook", "{} dat kan ik", "ik heb geholpen met {}", "ik zorg voor {}",
    "ik heb ervaring met {}", "s ochtends ga ik eerst {}", "ik moet op tijd {}", "ik heb dat jaren gedaan: {}",
    "in de keuken moest ik {}", "in de zorg moest ik {}", "op de bouw moest ik {}", "als vrijwilliger ga ik {}",
)  # fmt: skip
TE_NL = (
    "ik vind het leuk om {te}", "ik ben gewend om {te}", "ik heb geleerd om {te}", "mijn taak was om {te}",
    "ik vind het niet erg om {te}", "ik probeer altijd {te}", "ik weet hoe ik moet {}", "mijn baas vroeg mij om {te}",
)  # fmt: skip
FINITE_NL = (
    "{ik}", "{ik}", "{ik}", "{ik} op mijn werk", "{ik} elke dag", "en {ik}", "dan {turned}", "ook {turned}", "elke dag {turned}",
    "thuis {turned}", "op het werk {turned}", "daarna {turned}", "soms {turned}", "{wij}", "samen {wij_turned}",
)  # fmt: skip
THING_NL = (
    "ik weet veel van {}", "ik werk met {}", "ik heb ervaring met {}", "ik heb gewerkt met {}", "ik kan {}",
    "ik heb geleerd over {}", "ik ben goed in {}", "{}", "mijn kennis van {}", "ik doe veel met {}",
)  # fmt: skip
JOB_NL = (
    "ik ben {}", "ik werk als {}", "ik was {}", "vroeger werkte ik als {}", "ik heb als {} gewerkt", "{}",
    "ik ben jaren {} geweest", "mijn beroep is {}", "ik zoek werk als {}", "ik wil {} worden", "bijbaan als {}",
    "in mijn land was ik {}", "ik sta als {} ingeschreven", "ik heb stage gelopen als {}",
)  # fmt: skip
VERB_EN = (
    "I {}", "I {} every day", "I can {}", "I had to {}", "at my last job I had to {}", "my work was to {}",
    "You will {}", "we {}", "I like to {}", "I know how to {}", "Responsible to {}", "I help to {}",
)  # fmt: skip
THING_EN = ("I know about {}", "Experience with {}", "I worked with {}", "Knowledge of {}", "{}", "I am good at {}")
JOB_EN = ("I am a {}", "I worked as a {}", "I used to be a {}", "{}", "We are looking for a {}", "I want to be a {}")
FILLERS_NL = (
    "ik woon in Utrecht", "dat vond ik leuk", "ik heb twee kinderen", "dat doe ik al tien jaar", "het was zwaar werk",
    "ik ben een rustig persoon", "mijn collega's waren aardig", "ik kwam in 2015 naar Nederland", "het was hard werken",
    "daarna ging ik naar huis", "ik werkte drie dagen per week", "de baas was tevreden", "ik ben nu thuis",
)  # fmt: skip
JOINTS_NL = (" en ", " en ", ", ", ". ", ". Daarna ", ", soms ", " en ook ", ". Ook ", " en dan ", ". Verder ")
JOINTS_EN = (" and ", ", ", ". ", ", and sometimes ", ". I also ", " and then ")
WISH_NL = ("graag {}", "liever geen {}", "ik wil {}", "ik kan niet tegen {}", "{} is prima", "geen {}", "ik hou van {}")
WISH_EN = ("I like {}", "no {} please", "I want {}", "{} is fine", "I cannot stand {}")
