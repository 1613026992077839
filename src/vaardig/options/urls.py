"""Addresses of options: Dutch paths, English names."""

from django.urls import path

from vaardig.options.views import conditions, explaining, interests, keeping, looking, thinking, values

app_name = "options"
urlpatterns = [
    path("hoe-werkt-voorstellen/", explaining.how, name="how"),
    path("wat-past-bij-mij/", looking.options, name="list"),
    path("wat-past-bij-mij/kijk/", looking.look, name="look"),
    path("wat-past-bij-mij/aan-uit/", explaining.switch, name="switch"),
    path("wat-past-bij-mij/eerder/", explaining.runs, name="runs"),
    path("werk/<uuid:public_id>/", looking.option, name="option"),
    path("werk/<uuid:public_id>/bewaar/", keeping.save, name="save"),
    path("werk/<uuid:public_id>/weg/", looking.route, name="route"),
    path("zo-wil-ik-werken/", conditions.overview, name="conditions"),
    path("zo-wil-ik-werken/vertel/", conditions.tell, name="conditions_tell"),
    path("zo-wil-ik-werken/klopt/", conditions.confirm, name="conditions_confirm"),
    path("zo-wil-ik-werken/papier/", conditions.paper, name="conditions_paper"),
    path("zo-wil-ik-werken/overtypen/", conditions.sheet, name="conditions_sheet"),
    path("zo-wil-ik-werken/opnieuw/", conditions.anew, name="conditions_anew"),
    path("zo-wil-ik-werken/vraag/<slug:slug>/", conditions.ask, name="condition"),
    path("interesses/", interests.overview, name="interests"),
    path("interesses/papier/", interests.paper, name="interests_paper"),
    path("interesses/overtypen/", interests.sheet, name="interests_sheet"),
    path("interesses/opnieuw/", interests.anew, name="interests_anew"),
    path("interesses/vraag/<slug:key>/", interests.ask, name="interest"),
    path("waarden/", values.overview, name="values"),
    path("waarden/kies/", values.choose, name="values_choose"),
    path("waarden/papier/", values.paper, name="values_paper"),
    path("waarden/voorbeeld/<slug:key>/", values.example, name="value_example"),
    path("bewaard/", keeping.saved, name="saved"),
    path("bewaard/naast-elkaar/", keeping.compare, name="compare"),
    path("bewaard/<uuid:public_id>/", keeping.one, name="saved_one"),
    path("bewaard/<uuid:public_id>/weg/", keeping.remove, name="remove"),
    path("bewaard/<uuid:public_id>/doel/", thinking.make_goal, name="make_goal"),
    path("bewaard/<uuid:public_id>/besluit/", thinking.decide, name="decide"),
    path("bewaard/<uuid:public_id>/<slug:tool>/", thinking.tool, name="tool"),
    path("bewaard/<uuid:public_id>/<slug:tool>/papier/", thinking.paper, name="tool_paper"),
    path("bewaard/<uuid:public_id>/<slug:tool>/<slug:part>/", thinking.part, name="tool_part"),
]
