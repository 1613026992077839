"""Texts for clients are within their level (readability.md): rules per sentence, and an estimate of LiNT-II per page."""

import pytest
from wordfreq import zipf_frequency

from skillcore import readability
from vaardig.base import content, readable


def test_content_has_no_faults():
    assert content.faults() == []


def test_there_are_texts_for_clients():
    assert len(readable.client_templates()) >= 15


@pytest.mark.parametrize("template", readable.client_templates(), ids=lambda path: path.name)
def test_a_page_for_clients_is_level_1_or_2(template):
    text = "\n".join(readable.said_by(template))

    estimate = readability.lint_estimate(text, lambda word: zipf_frequency(word, "nl"))

    assert estimate is None or estimate.level <= 2, estimate
