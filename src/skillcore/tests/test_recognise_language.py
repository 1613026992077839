import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillcore.recognise.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ik maak elke dag de kantoren schoon en ik lap de ramen.", "nl"),
        ("I clean the offices every day and I wash the windows.", "en"),
        ("ramen lappen", "nl"),
        ("lassen in de werkplaats", "nl"),
        ("driving a truck", "en"),
    ],
)
def test_small_words_tell_the_language(text, language):
    assert language_of(text, default="nl" if language == "nl" else "en") == language


@pytest.mark.parametrize("default", ["nl", "en"])
def test_a_dutch_story_is_dutch_on_any_screen(default):
    assert language_of("Ik zorg voor mijn moeder, ik kook en doe boodschappen.", default=default) == "nl"


@given(st.text(), st.sampled_from(["nl", "en"]))
def test_any_text_gets_a_language(text, default):
    assert language_of(text, default=default) in {"nl", "en"}
