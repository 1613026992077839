"""Addresses of people: Dutch paths, English names."""

from django.urls import path

from vaardig.people.views import cards, door, me, sharing, staff, steward

app_name = "people"
urlpatterns = [
    path("kaartje/", cards.enter, name="enter"),
    path("kaartje/pincode/", cards.pin, name="pin"),
    path("kaartje/open/", cards.unlock, name="unlock"),
    path("kaartje/van-mij/", cards.card, name="card"),
    path("kaartje/van-mij/nieuw/", cards.new_card, name="new_card"),
    path("kaartje/van-mij/pincode/", cards.choose_pin, name="choose_pin"),
    path("kaartje/eigen-telefoon/", cards.device, name="device"),
    path("blijf/", cards.stay, name="stay"),
    path("hulp/", door.helped, name="helped"),
    path("delen/", sharing.overview, name="shares"),
    path("delen/nieuw/<slug:step>/", sharing.new, name="share_new"),
    path("delen/<uuid:public_id>/stoppen/", sharing.withdraw, name="withdraw_share"),
    path("delen/vraag/<uuid:public_id>/", sharing.answer, name="answer_request"),
    path("wie-keek-er/", sharing.looks, name="looks"),
    path("ik/", me.me, name="me"),
    path("ik/koppelen/", me.link, name="link"),
    path("ik/koppelen/<uuid:public_id>/stoppen/", me.unlink, name="unlink"),
    path("ik/ja-gezegd/stoppen/", me.withdraw_consent, name="withdraw_consent"),
    path("ik/alles-meenemen/", me.take_everything, name="take_everything"),
    path("ik/wissen/", me.erase, name="erase"),
    path("gewist/", me.erased, name="erased"),
    path("rol/", door.hat, name="hat"),
    path("rol/tweede-sleutel/", door.second_factor, name="second_factor"),
    path("demo/", door.demo, name="demo"),
    path("mijn-mensen/", staff.contacts, name="contacts"),
    path("mijn-mensen/erbij/", staff.add_contact, name="add_contact"),
    path("mijn-mensen/<uuid:public_id>/", staff.contact, name="contact"),
    path("mijn-mensen/kaartje/", staff.handed_over, name="handed_over"),
    path("mijn-mensen/kaartje/gegeven/", staff.card_is_given, name="card_is_given"),
    path("mijn-mensen/<uuid:public_id>/code/", staff.new_link_code, name="new_link_code"),
    path("mijn-mensen/<uuid:public_id>/stoppen/", staff.end_relation, name="end_relation"),
    path("mijn-mensen/<uuid:public_id>/vragen/", staff.ask, name="ask_share"),
    path("mijn-mensen/<uuid:public_id>/kaartje/", staff.renew_card, name="renew_card"),
    path("mijn-mensen/kaartje/<uuid:public_id>/", staff.agree_card, name="agree_card"),
    path("organisatie/", steward.organisation, name="organisation"),
    path("organisatie/collega-erbij/", steward.add_staff, name="add_staff"),
    path("organisatie/afdeling-erbij/", steward.add_unit, name="add_unit"),
    path("organisatie/rol/<uuid:public_id>/stoppen/", steward.end_membership, name="end_membership"),
]
