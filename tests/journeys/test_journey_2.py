"""Journey 2: what fits me. Conditions → work with reasons → saved → side by side → for and against → decided.

Three times: with a thumb, with a keyboard only, and with JavaScript off. On every page axe finds nothing.
"""

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import make_cast, sign_in
from tests.journeys.test_journey_1 import HOW, Hand
from vaardig.lexicon import recognising
from vaardig.lexicon import setup as language
from vaardig.options import demand, queries
from vaardig.options.models import OptionRun, SavedOption
from vaardig.passports import seed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.row("C10", "C11", "A15", "B12")]


@pytest.fixture(autouse=True)
def _basistaal(monkeypatch, settings):
    settings.HELP_PHONE = "030 123 45 67"
    monkeypatch.setattr(recognising, "load_embedder", lambda: None)
    recognising.forget()
    demand.forget()
    language.load_basis()


@pytest.fixture
def hand(open_page, axe, live_server, settings, request):
    """Amira, signed in, at the question what fits her."""
    how = request.param
    cast = make_cast(timezone.now())
    seed.make_town({name: player.person for name, player in cast.items()}, now=timezone.now())
    client = Client()
    sign_in(client, cast["amira"])
    page = open_page("/hoe-werkt-voorstellen/", **HOW[how])
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page.goto("/wat-past-bij-mij/")
    return Hand(page, how, axe)


@pytest.mark.parametrize("hand", list(HOW), indirect=True)
def test_amira_sees_what_fits_and_decides(hand):
    assert hand.heading == "Wat past bij mij?"

    hand.press("Zo wil ik werken")
    hand.press("Begin met de vragen")
    assert hand.heading == "Wil je zwaar tillen of duwen?"
    hand.press("Nee, dat kan niet")
    hand.press("Maakt niet uit")
    hand.press("Stop, ik ga later verder")
    hand.press("Laat werk zien")

    assert hand.page.locator(".options .card").count() == 5
    assert "Je kunt al" in hand.page.locator(".options .card").first.inner_text()
    assert hand.page.locator(".fold").filter(has_text="Dit zette jij weg").count() == 1

    for number in (0, 1):
        hand.press(hand.page.locator(".options .card__title a").nth(number).inner_text())
        hand.press("Bewaar dit")
        hand.press("Wat past bij mij?")
    hand.press("Bewaard")
    hand.press("Zet naast elkaar")
    assert hand.page.locator("thead th").count() == 3

    hand.press("Bewaard")
    hand.press(hand.page.locator("main .rows__title a").first.inner_text())
    hand.press("Voors en tegens")
    hand.press("Begin met de vragen")
    hand.write("Ik kan volgende maand beginnen.")
    hand.choose("Heel erg")
    hand.press("Verder")
    hand.page.goto(hand.page.url.partition("weegschaal")[0])
    hand.press("Zeg wat je wilt")
    hand.choose("Ik wil het eerst proberen")
    hand.press("Verder")

    saved = SavedOption.objects.select_related("owner").get(state="TRYING")
    assert queries.notes_of(saved)["weegschaal"]["voor-nu"] == {"text": "Ik kan volgende maand beginnen.", "weight": 3}
    assert OptionRun.objects.count() == 1
    hand.press("Maak er een doel van")
    assert "/plan/doel/" in hand.page.url
    assert hand.seen == []
