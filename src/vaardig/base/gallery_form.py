"""One form with a field of each kind, to show in the gallery."""

from typing import Self

from django import forms


class ExampleForm(forms.Form):
    naam = forms.CharField(label="Hoe heet je?", max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    verhaal = forms.CharField(
        label="Wat deed je gisteren?", help_text="Schrijf zoals je praat. Fouten zijn niet erg.", widget=forms.Textarea
    )
    post = forms.EmailField(label="Wat is je e-mailadres?", required=False)
    dag = forms.ChoiceField(
        label="Welke dag past je?", choices=[("", "Kies een dag"), ("ma", "Maandag"), ("di", "Dinsdag")]
    )
    soort = forms.ChoiceField(
        label="Waar werk je het liefst?",
        choices=[("binnen", "Binnen"), ("buiten", "Buiten"), ("beide", "Allebei")],
        widget=forms.RadioSelect,
    )
    talen = forms.MultipleChoiceField(
        label="Welke talen spreek je?",
        required=False,
        choices=[("nl", "Nederlands"), ("ar", "Arabisch"), ("tr", "Turks")],
        widget=forms.CheckboxSelectMultiple,
    )
    bewijs = forms.FileField(label="Heb je een foto of papier?", required=False)
    akkoord = forms.BooleanField(label="Bram mag dit lezen tot 3 maart", help_text="Je kunt dit altijd terugdraaien.")

    @classmethod
    def filled_in_wrong(cls) -> Self:
        """Bound and partly empty, so that errors show."""
        form = cls({"naam": "Amira", "verhaal": "", "dag": "di", "soort": "binnen"})
        form.fields["verhaal"].error_messages["required"] = "Vertel iets over gisteren. Eén zin is genoeg."
        form.is_valid()
        return form
