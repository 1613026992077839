"""The form of an if-then sentence: questions, never a judgement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillcore.if_then import MOST_WORDS, advice, bare


def rules(situation, action, language="nl"):
    return [one.rule for one in advice(situation, action, language=language)]


@pytest.mark.parametrize(
    ("situation", "action"),
    [
        ("de bus op maandag niet komt", "bel ik Samira"),
        ("ik voor de deur sta en niet durf", "adem ik drie keer rustig"),
        ("ik dinsdag moe ben", "ik bel mijn zus"),
        ("er thuis iemand ziek is", "bellen met oma"),
        ("het 10 uur is", "dan fiets ik naar het werk"),
    ],
)
def test_a_sentence_that_helps_gets_no_question(situation, action):
    assert rules(situation, action) == []


@pytest.mark.parametrize(
    ("situation", "action", "rule"),
    [
        ("ik het niet meer weet", "bel ik Samira", "moment"),
        ("de bus niet komt", "niet boos worden", "verb"),
        ("de bus niet komt", "het komt goed", "verb"),
        ("de bus niet komt", "bel ik Samira en daarna loop ik", "one"),
        ("de bus niet komt", "probeer ik te bellen", "sure"),
        ("de bus niet komt " * 5, "bel ik Samira", "short"),
    ],
)
def test_each_rule_asks_its_own_question(situation, action, rule):
    assert rules(situation, action) == [rule]


def test_english_has_its_own_words():
    assert rules("the bus does not come on Monday", "I call Samira", "en") == []
    assert rules("it goes wrong", "maybe I try", "en") == ["moment", "verb", "sure"]


@pytest.mark.parametrize(
    ("text", "part", "language", "plain"),
    [
        ("Als de bus niet komt.", "if", "nl", "de bus niet komt"),
        ("dan bel ik", "then", "nl", "bel ik"),
        ("alsof het regent", "if", "nl", "alsof het regent"),
        ("If it rains,", "if", "en", "it rains"),
    ],
)
def test_the_words_that_the_page_says_itself_go(text, part, language, plain):
    assert bare(text, part=part, language=language) == plain


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(["nl", "en", "ar"]))
def test_it_answers_to_anything_and_the_same_twice(situation, action, language):
    first = advice(situation, action, language=language)

    assert first == advice(situation, action, language=language)
    assert len({one.rule for one in first}) == len(first) <= 5


@given(st.lists(st.sampled_from(["bel", "ik", "maandag"]), min_size=1, max_size=60))
def test_only_length_makes_it_long(words):
    assert ("short" in rules(" ".join(words), "")) == (len(words) > MOST_WORDS)
