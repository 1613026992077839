"""Addresses of passports: Dutch paths, English names. `home` has no namespace; config/urls.py takes it from here."""

from django.urls import path

from vaardig.passports.views import home, mine, picking, proving, shared, skills, suggesting, telling

app_name = "passports"
front_door = [path("", home.home, name="home")]
urlpatterns = [
    path("vertel/", telling.ways, name="ways"),
    path("vertel/dag/<slug:part>/", telling.day, name="day"),
    path("vertel/dag/<slug:part>/bewaar/", telling.keep_day, name="keep_day"),
    path("vertel/kaartjes/<slug:field>/", picking.cards, name="cards"),
    path("vertel/voorstel/<uuid:public_id>/", suggesting.suggestion, name="suggestion"),
    path("vertel/voorstel/<uuid:public_id>/anders/", suggesting.closer, name="closer"),
    path("vertel/voorstel/<uuid:public_id>/terug/", suggesting.undo, name="undo"),
    path("vertel/verhalen/", telling.told, name="stories"),
    path("vertel/verhaal/<uuid:public_id>/", telling.story, name="story"),
    path("vertel/verhaal/<uuid:public_id>/gevonden/", suggesting.found, name="found"),
    path("vertel/verhaal/<uuid:public_id>/weg/", telling.forget, name="forget"),
    path("vertel/<slug:way>/", telling.begin, name="begin"),
    path("vertel/<slug:way>/bewaar/", telling.keep, name="keep"),
    path("paspoort/", mine.passport, name="passport"),
    path("paspoort/verder/", mine.following, name="next"),
    path("paspoort/papier/", mine.on_paper, name="paper"),
    path("paspoort/pdf/", mine.pdf, name="pdf"),
    path("paspoort/json/", mine.json, name="json"),
    path("paspoort/gezien/<uuid:public_id>/", skills.hide, name="hide"),
    path("paspoort/bewijs/<uuid:public_id>/bestand/", proving.file, name="evidence_file"),
    path("paspoort/bewijs/<uuid:public_id>/weg/", proving.remove, name="evidence_remove"),
    path("paspoort/bewijs/<uuid:public_id>/<slug:part>/", proving.story, name="evidence_story"),
    path("paspoort/<uuid:public_id>/", skills.claim, name="claim"),
    path("paspoort/<uuid:public_id>/niveau/", skills.level, name="level"),
    path("paspoort/<uuid:public_id>/wens/", skills.wish, name="wish"),
    path("paspoort/<uuid:public_id>/plek/", skills.place, name="place"),
    path("paspoort/<uuid:public_id>/woorden/", skills.reword, name="reword"),
    path("paspoort/<uuid:public_id>/weg/", skills.remove, name="remove"),
    path("paspoort/<uuid:public_id>/terug/", skills.restore, name="restore"),
    path("paspoort/<uuid:public_id>/bewijs/", proving.show_it, name="show_it"),
    path("paspoort/<uuid:public_id>/bewijs/<slug:kind>/", proving.new, name="evidence_new"),
    path("gedeeld/", shared.received, name="received"),
    path("gedeeld/<uuid:public_id>/", shared.passport, name="shared_passport"),
    path("gedeeld/<uuid:public_id>/mee/<slug:form>/", shared.take, name="take_shared"),
    path("gedeeld/vaardigheid/<uuid:public_id>/", shared.observe, name="observe"),
    path("gedeeld/gezien/<uuid:public_id>/", shared.change_observation, name="change_observation"),
]
