"""Laws of the recogniser, on a toy language of a dozen concepts; words alone, and with toy vectors."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillcore.recognise import Entry, Name, Recogniser, encode_names, texts_to_encode

ESCO = "http://data.europa.eu/esco/"
SKILLS = {
    "ramen-lappen": ("Ramen lappen", ("ramen zemen",), ("ik lap de ramen",), "Cleaning windows"),
    "schoonmaken": ("Kantoren schoonmaken", ("poetsen",), ("ik maak kantoren schoon",), "Cleaning offices"),
    "auto-rijden": ("Auto rijden", ("autorijden",), ("ik rijd auto",), "Driving a car"),
    "koken": ("Koken", ("eten klaarmaken",), ("ik kook elke dag",), "Cooking"),
    "administratie": ("Administratie doen", ("boekhouding",), ("ik doe de administratie",), "Doing paperwork"),
    "mantelzorg": ("Mantelzorg geven", ("voor familie zorgen",), ("ik zorg voor mijn moeder",), "Caring for family"),
    "lassen": ("Metaal lassen", (), ("ik las hekken",), "Welding metal"),
    "op-tijd": ("Op tijd komen", ("nooit te laat komen",), ("ik kom nooit te laat",), "Being on time"),
    "niets-vergeten": ("Goed opletten", (), ("ik laat niets liggen",), "Paying attention"),
}
JOBS = {"kok": "Kok", "schoonmaker": "Schoonmaker"}


def entries():
    found = [
        Entry(
            f"basis:{key}",
            "SKILL",
            "basis",
            label,
            (
                Name(label, "nl"),
                *(Name(text, "nl", "ALSO") for text in also),
                *(Name(text, "nl", "SAID") for text in said),
                Name(english, "en"),
            ),
            (f"{ESCO}skill/{key}",),
            (f"{ESCO}skill/{key}",),
        )
        for key, (label, also, said, english) in SKILLS.items()
    ]
    found += [Entry(f"basis:{key}", "OCCUPATION", "basis", label, (Name(label, "nl"),)) for key, label in JOBS.items()]
    found += [
        Entry(
            "esco:w",
            "SKILL",
            "esco",
            "clean windows",
            (Name("clean windows", "en"),),
            *[(f"{ESCO}skill/ramen-lappen",)] * 2,
        ),
        Entry(
            "basis:ZW",
            "CONDITION",
            "basis",
            "Zwaar tillen",
            (
                Name("Zwaar tillen", "nl"),
                Name("ik til graag", "nl", "SAID_FOR"),
                Name("mijn rug is slecht", "nl", "SAID_AGAINST"),
            ),
        ),
        Entry("basis:BU", "CONDITION", "basis", "Buiten werken", (Name("Buiten werken", "nl"),)),
    ]
    return found


class Toy:
    """An embedder of letters: words with the same letter groups point the same way."""

    name = "toy"

    def tokens(self, texts):
        return [np.stack([self._of(word) for word in text.split() or [""]]) for text in texts]

    def starts(self, text):
        return list(range(len(text.split())))

    def vectors(self, texts):
        means = np.stack([tokens.mean(0) for tokens in self.tokens(texts)])
        return (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)

    def _of(self, word):
        vector = np.full(64, 0.01, np.float32)
        for at in range(len(word) - 2):
            number = sum(map(ord, word[at : at + 3].lower()))
            vector[number % 64] += 1 if number // 64 % 2 else -1
        return vector / np.linalg.norm(vector)


@pytest.fixture(scope="module", params=["words", "vectors"])
def recogniser(request):
    if request.param == "words":
        return Recogniser.build(entries())
    texts = texts_to_encode(entries())
    return Recogniser.build(
        entries(), vectors=dict(zip(texts, encode_names(Toy(), texts), strict=True)), embedder=Toy()
    )


WORDS_ONLY = Recogniser.build(entries())
story = st.lists(
    st.sampled_from(
        [*(text for *_, said, _ in SKILLS.values() for text in said), "ik woon in Utrecht", "mijn zus kookt"]
    ),
    min_size=1,
    max_size=5,
).map(". ".join)


def keys(suggestions):
    return [suggestion.concept for suggestion in suggestions]


@pytest.mark.row("B18", "B32")
def test_the_first_story(recogniser):
    found = recogniser.suggest("ik maak elke dag kantoren schoon en ik lap de ramen", language="nl")

    assert set(keys(found)[:2]) == {"basis:schoonmaken", "basis:ramen-lappen"}
    assert all(suggestion.because for suggestion in found)


@pytest.mark.row("B32")
@pytest.mark.parametrize(
    "text", ["ik kan geen auto rijden", "Liever geen auto rijden", "mijn man rijdt auto", "ik wil leren auto rijden"]
)
def test_what_she_does_not_do_is_no_skill(recogniser, text):
    assert "basis:auto-rijden" not in keys(recogniser.suggest(text, language="nl"))


def test_a_no_in_the_skill_itself_counts(recogniser):
    assert "basis:niets-vergeten" in keys(recogniser.suggest("ik laat niets liggen", language="nl"))


def test_care_for_family_counts_and_a_partners_work_does_not(recogniser):
    found = keys(recogniser.suggest("mijn man doet de administratie, ik zorg voor mijn moeder", language="nl"))

    assert "basis:mantelzorg" in found
    assert "basis:administratie" not in found


def test_one_thing_in_two_schemes_is_one_suggestion(recogniser):
    found = [one for one in recogniser.suggest("I clean windows", language="en") if "ramen-lappen" in one.mappings[0]]

    assert [(one.concept, one.also) for one in found] == [("basis:ramen-lappen", ("esco:w",))]


@pytest.mark.row("C09")
@pytest.mark.parametrize(
    ("text", "facet", "asked"),
    [
        ("mijn rug is slecht", "basis:ZW", "no"),
        ("graag buiten werken", "basis:BU", "nice"),
        ("ik moet buiten werken", "basis:BU", "must"),
        ("zwaar tillen is geen probleem", "basis:ZW", "nice"),
    ],
)
def test_wishes_about_work(text, facet, asked):
    found = WORDS_ONLY.suggest(text, language="nl", kind="CONDITION")

    assert [(one.concept, one.preference) for one in found] == [(facet, asked)]


def test_a_job_title_is_found_with_a_slip(recogniser):
    assert keys(recogniser.suggest("schoonmaaker", language="nl", kind="OCCUPATION"))[:1] == ["basis:schoonmaker"]


@pytest.mark.parametrize("text", ["", " \n ", "😀😀", "\x00", "我打扫办公室", "!!!", "a" * 5000])
def test_nothing_to_recognise_gives_nothing(recogniser, text):
    for kind in ("SKILL", "OCCUPATION", "CONDITION"):
        assert recogniser.suggest(text, language="nl", kind=kind) == ()


def test_a_megabyte_is_read_from_its_start():
    found = WORDS_ONLY.suggest("ik lap de ramen. " * 60_000, language="nl")

    assert keys(found)[0] == "basis:ramen-lappen"


@settings(deadline=None, max_examples=40)
@given(story)
def test_the_order_of_entries_makes_no_difference(text):
    turned = Recogniser.build(reversed(entries()))

    assert turned.suggest(text, language="nl") == WORDS_ONLY.suggest(text, language="nl")


@settings(deadline=None, max_examples=40)
@given(story)
def test_laws_of_an_answer(text):
    found = WORDS_ONLY.suggest(text, language="nl")

    assert found == WORDS_ONLY.suggest(text, language="nl")
    assert all(0 <= one.score <= 1 for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(piece in text for one in found for piece in one.because)
    assert len(set(keys(found))) == len(found)


@settings(deadline=None, max_examples=40)
@given(story, st.sampled_from(["Ik woon in Utrecht.", "Het regent vandaag.", "Mijn zus heeft een hond."]))
def test_an_unrelated_sentence_takes_nothing_away(text, sentence):
    before = set(keys(WORDS_ONLY.suggest(text, language="nl", limit=20)))

    assert before <= set(keys(WORDS_ONLY.suggest(f"{text}. {sentence}", language="nl", limit=20)))


@settings(deadline=None, max_examples=60)
@given(
    st.text(max_size=300),
    st.sampled_from(["SKILL", "OCCUPATION", "CONDITION", "TASK"]),
    st.sampled_from(["nl", "en", "fr"]),
)
def test_any_text_is_survived(text, kind, language):
    for one in WORDS_ONLY.suggest(text, language=language, kind=kind):
        assert all(piece in text for piece in one.because)


def test_missing_vectors_leave_words(recogniser):
    some = texts_to_encode(entries())[:5]
    half = Recogniser.build(entries(), vectors=dict(zip(some, encode_names(Toy(), some), strict=True)), embedder=Toy())

    assert "basis:koken" in keys(half.suggest("ik kook elke dag", language="nl"))


def test_labels_are_encoded_first():
    texts = texts_to_encode(entries())

    assert len(texts) == len(set(texts))
    assert texts.index("Auto rijden") < texts.index("ik rijd auto") < texts.index("autorijden")
