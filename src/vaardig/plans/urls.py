"""Addresses of plans: Dutch paths, English names."""

from django.urls import path

from vaardig.plans.views import actions, goals, looking, mine, setbacks, shared, supporters, taking

app_name = "plans"
urlpatterns = [
    path("plan/", mine.plans, name="plans"),
    path("plan/nieuw/", goals.start, name="start"),
    path("plan/nieuw/voorbeelden/", goals.examples, name="examples"),
    path("plan/nieuw/voorbeelden/<slug:key>/", goals.example, name="example"),
    path("plan/nieuw/<slug:kind>/", goals.new, name="new"),
    path("plan/leeg-papier/", taking.blank, name="blank"),
    path("plan/doel/<uuid:public_id>/", mine.plan, name="plan"),
    path("plan/doel/<uuid:public_id>/vraag/<slug:key>/", goals.ask, name="ask"),
    path("plan/doel/<uuid:public_id>/stap/", actions.new, name="action_new"),
    path("plan/doel/<uuid:public_id>/tegenslag/", setbacks.new, name="setback_new"),
    path("plan/doel/<uuid:public_id>/steun/", supporters.new, name="supporter_new"),
    path("plan/doel/<uuid:public_id>/klaar/", goals.close, name="close"),
    path("plan/doel/<uuid:public_id>/open/", goals.reopen, name="reopen"),
    path("plan/doel/<uuid:public_id>/weg/", goals.remove, name="remove"),
    path("plan/doel/<uuid:public_id>/terug/", goals.restore, name="restore"),
    path("plan/doel/<uuid:public_id>/papier/", taking.paper_of, name="paper"),
    path("plan/doel/<uuid:public_id>/pdf/", taking.pdf, name="pdf"),
    path("plan/doel/<uuid:public_id>/voorlezen/", taking.aloud, name="aloud"),
    path("plan/doel/<uuid:public_id>/agenda/", taking.calendar, name="calendar"),
    path("plan/stap/<uuid:public_id>/", actions.action, name="action"),
    path("plan/stap/<uuid:public_id>/vraag/<slug:key>/", actions.ask, name="action_ask"),
    path("plan/stap/<uuid:public_id>/gedaan/", actions.done, name="action_done"),
    path("plan/stap/<uuid:public_id>/niet-nodig/", actions.drop, name="action_drop"),
    path("plan/stap/<uuid:public_id>/toch/", actions.reopen, name="action_reopen"),
    path("plan/stap/<uuid:public_id>/weg/", actions.remove, name="action_remove"),
    path("plan/stap/<uuid:public_id>/terug/", actions.restore, name="action_restore"),
    path("plan/tegenslag/<uuid:public_id>/", setbacks.setback, name="setback"),
    path("plan/tegenslag/<uuid:public_id>/vraag/<slug:key>/", setbacks.ask, name="setback_ask"),
    path("plan/tegenslag/<uuid:public_id>/terugkijken/", looking.look_back, name="look_back"),
    path("plan/tegenslag/<uuid:public_id>/weg/", setbacks.remove, name="setback_remove"),
    path("plan/tegenslag/<uuid:public_id>/terug/", setbacks.restore, name="setback_restore"),
    path("plan/terugblik/<uuid:public_id>/<slug:key>/", looking.look, name="look"),
    path("plan/kijk/<uuid:public_id>/<slug:key>/", looking.check, name="check"),
    path("plan/steun/<uuid:public_id>/", supporters.supporter, name="supporter"),
    path("plan/steun/<uuid:public_id>/vraag/<slug:key>/", supporters.ask, name="supporter_ask"),
    path("plan/steun/<uuid:public_id>/bericht/", supporters.message, name="supporter_message"),
    path("plan/steun/<uuid:public_id>/weg/", supporters.remove, name="supporter_remove"),
    path("plan/steun/<uuid:public_id>/terug/", supporters.restore, name="supporter_restore"),
    path("gedeeld/plannen/", shared.received, name="received"),
    path("gedeeld/plan/<uuid:public_id>/", shared.plan, name="shared_plan"),
]
