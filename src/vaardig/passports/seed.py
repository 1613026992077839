"""The demo town, the part of passports: Amira's, with skills in every state. Made through services only.

It needs no vectors and no recogniser: what her story shows is written here.
"""

from datetime import datetime, timedelta

from vaardig.base.actor import Actor, Device, Hat
from vaardig.lexicon import queries as lexicon
from vaardig.passports import queries
from vaardig.passports.access import PASSPORT
from vaardig.passports.models import Claim, Level, Observation, Story, Suggestion
from vaardig.passports.services import claims, evidence, observations, stories
from vaardig.people.models import Membership, Person
from vaardig.people.services import persons, shares

STORY = (
    "Ik maak elke dag kantoren schoon. Ik lap ook de ramen. Thuis kook ik voor mijn gezin en ik zorg voor mijn moeder. "
    "Zij is ziek, dus ik let op haar pillen. Op zaterdag help ik mensen in de kringloopwinkel. Mijn zoon fietst veel."
)
Wish, Place, State = Claim.Wish, Claim.Place, Suggestion.State
# key in Basistaal, its words if Basistaal is not there, her words that show it
SHOWN = [
    ("ramen-lappen", "Ramen lappen", "lap ook de ramen"),
    ("dweilen", "Vloeren dweilen", "maak elke dag kantoren schoon"),
    ("koken-thuis", "Thuis koken", "kook ik voor mijn gezin"),
    ("mantelzorg", "Mantelzorg geven", "zorg voor mijn moeder"),
    ("pillen-thuis", "Letten op medicijnen thuis", "let op haar pillen"),
    ("klanten-helpen", "Klanten helpen", "help ik mensen in de kringloopwinkel"),
    ("fiets-repareren", "Fietsen repareren", "fietst"),
]
REJECTED = "fiets-repareren"
# her level (None: she has not said), wish, place
SAID: dict[str, tuple[int | None, str, str]] = {
    "ramen-lappen": (Level.EXPERIENCED, Wish.USE, Place.WORK),
    "dweilen": (Level.ALONE, Wish.RATHER_NOT, Place.WORK),
    "koken-thuis": (Level.TEACHES, Wish.USE, Place.HOME),
    "mantelzorg": (Level.ALONE, "", Place.CARE),
    "pillen-thuis": (None, "", Place.CARE),
    "klanten-helpen": (Level.WITH_HELP, Wish.LEARN, Place.VOLUNTARY),
}
OWN_WORDS = "Taarten bakken voor de hele straat"
STAR = {
    "situation": "Op een feest van de buurt kwamen 40 mensen.",
    "task": "Er moest warm eten zijn om 6 uur.",
    "action": "Ik maakte een lijst, deed boodschappen en kookte met 2 buren.",
    "result": "Alles was op tijd. De pannen waren leeg.",
    "reflection": "Ik ben trots dat ik rustig bleef.",
}


def make_town(cast: dict[str, Person], *, now: datetime) -> None:
    """Amira has a passport and shares it with Bram for 30 days. Nobody else sees anything."""
    amira, bram = cast["amira"], cast["bram"]
    me = persons.as_owner(amira)
    mine = _tell(amira, me, now - timedelta(days=6))
    _say_more(mine, me, now - timedelta(days=5))
    _show(mine, me, now - timedelta(days=4))
    member = Membership.objects.select_related("organisation").get(person=bram)
    shares.share(
        owner=amira,
        receiver=member,
        purpose=shares.Purpose.GUIDANCE,
        items=[(PASSPORT, mine["ramen-lappen"].passport.public_id)],
        ends_at=now + timedelta(days=30),
        by=me,
        now=now,
    )
    _see(mine, bram, member, now)
    _begin_a_day(amira, me, now)


def _tell(amira: Person, me: Actor, now: datetime) -> dict[str, Claim]:
    """A story, what it shows, and her answers: yes, no, and one in her own words."""
    story = stories.tell_anew(owner=amira, way=Story.Way.TYPED, text=STORY, language="nl", by=me, now=now)
    mine: dict[str, Claim] = {}
    seen = []
    for key, words, said in SHOWN:
        concept = lexicon.concept_by_key("basis", key)
        if concept:
            seen.append(stories.Seen(concept, 0.9, [said]))
        elif key != REJECTED:
            mine[key] = claims.add_own_words(owner=amira, words=words, by=me, now=now)
    stories.suggest(story=story, seen=seen, by=me, now=now)
    for suggestion in story.suggestions.select_related("concept").order_by("place_in_list"):
        state = State.REJECTED if suggestion.concept.key == REJECTED else State.CONFIRMED
        claim = claims.answer(suggestion=suggestion, state=state, by=me, now=now)
        if claim:
            mine[suggestion.concept.key] = claim
    mine["own"] = claims.add_own_words(owner=amira, words=OWN_WORDS, by=me, now=now)
    return mine


def _say_more(mine: dict[str, Claim], me: Actor, now: datetime) -> None:
    """Levels (one "weet ik niet", one not told), wishes, places, and her own words beside a name."""
    for key, (level, wish, place) in SAID.items():
        claim = mine[key]
        if level is not None:
            observations.say_level(claim=claim, level=level, example="", by=me, now=now)
        if wish:
            claims.choose_wish(claim=claim, wish=wish, seen=claim.version, by=me, now=now)
        claims.choose_place(claim=claim, place=place, seen=claim.version, by=me, now=now)
    observations.say_level(claim=mine["own"], level=None, example="", by=me, now=now)
    if mine["mantelzorg"].concept_id:
        words = "Ik zorg al 3 jaar voor mijn moeder"
        claims.reword(claim=mine["mantelzorg"], words=words, seen=mine["mantelzorg"].version, by=me, now=now)


def _show(mine: dict[str, Claim], me: Actor, now: datetime) -> None:
    evidence.add_story(claim=mine["koken-thuis"], title="Koken op het buurtfeest", answers=STAR, by=me, now=now)
    evidence.add_witness(
        claim=mine["klanten-helpen"],
        title="Van de kringloopwinkel",
        witness="Meneer Jansen",
        by=me,
        now=now,
    )


def _see(mine: dict[str, Claim], person: Person, member: Membership, now: datetime) -> Observation:
    """Bram saw her lap windows at the Werkplein."""
    bram = Actor(
        hat=Hat.GUIDE,
        person=person.pk,
        membership=member.pk,
        organisation=member.organisation_id,
        code=person.public_id,
        organisation_code=member.organisation.public_id,
        device=Device.STAFF,
        second_factor=True,
    )
    return observations.observe_claim(
        claim=mine["ramen-lappen"],
        membership=member,
        level=Level.ALONE,
        example="Amira lapte alle ramen van het Werkplein. Zij begon zelf en vergat geen hoek.",
        by=bram,
        now=now,
    )


def _begin_a_day(amira: Person, me: Actor, now: datetime) -> None:
    """She is telling about her day and stopped halfway; home offers to go on."""
    day = {"ochtend": "Ik sta om 6 uur op en maak ontbijt.", "werk": "Ik werk 3 dagen bij een kantoor."}
    for part, text in day.items():
        draft = queries.draft_of(amira, Story.Way.DAY)
        stories.tell(
            owner=amira,
            way=Story.Way.DAY,
            part=part,
            text=text,
            seen=draft.version if draft else 0,
            language="nl",
            by=me,
            now=now,
        )
