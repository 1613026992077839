import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillcore import readability

DENY = {"indien": "als", "teneinde": "om te", "dienen te": "moeten"}


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("uitkering", 3), ("werkzoekende", 4), ("geïnteresseerd", 5), ("re-integratie", 5), ("onmiddellijk", 4),
        ("ideeën", 3), ("begeleider", 4), ("moeilijk", 2), ("nieuwe", 2), ("bijeenkomst", 3), ("solliciteren", 5),
        ("gemeente", 3), ("baan", 1), ("team", 1), ("computer", 3),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_people_clap_them(word, count):
    assert readability.syllables(word) == count


def test_abbreviations_end_no_sentence():
    assert readability.sentences("Dhr. Bos komt bijv. morgen. Hij belt.") == ["Dhr Bos komt bijv morgen.", "Hij belt."]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Vul je naam in.", []),
        ("Indien je komt, bel dan.", ["W6"]),
        ("Wij dienen te weten wie je bent.", ["W6"]),
        ("Maak de toets.", ["W20"]),
        ("Welk cijfer kreeg je?", ["W20"]),
        ("Kies 5 cijfers die alleen jij weet.", []),
        ("Dat is niet onmogelijk.", ["W11"]),
        ("Vul je naam in. Dan helpen wij u.", ["W4"]),
        (" ".join(["woord"] * 19) + ".", ["W1"]),
        ("Een zin van dertien woorden is voor deze lezers echt te lang, toch? " * 3, ["W1"]),
    ],
)
def test_each_rule_names_what_to_do(text, rules):
    assert [fault.rule for fault in readability.faults(text, deny=DENY)] == rules


def test_plain_text_scores_easier_than_officialese():
    plain = "Je werkt in een winkel. Je vult de rekken. Je helpt een klant die iets zoekt. " * 4
    hard = (
        "Teneinde de arbeidsmarktpositie van uitkeringsgerechtigden te optimaliseren dient de "
        "re-integratieverplichting overeenkomstig de vigerende regelgeving te worden geïmplementeerd en geëvalueerd "
        "door de uitvoeringsorganisatie. "
    ) * 3

    def zipf(word):
        return 5.0 if len(word) < 8 else 2.5

    easy, difficult = readability.lint_estimate(plain, zipf), readability.lint_estimate(hard, zipf)

    assert easy.level == 1
    assert difficult.level == 4
    assert readability.flesch_douma(plain) > 80 > 30 > readability.flesch_douma(hard)
    assert readability.leesindex_a(plain) > readability.leesindex_a(hard)


def test_a_short_text_is_not_measured():
    assert readability.lint_estimate("Je vult de rekken.", lambda word: 5.0) is None


@given(st.text())
def test_any_text_can_be_judged(text):
    readability.faults(text, deny=DENY)
    estimate = readability.lint_estimate(text, lambda word: 4.0)

    assert estimate is None or 0 <= estimate.score <= 100
    assert all(readability.syllables(word) >= 1 for word in readability.words(text))
