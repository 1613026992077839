"""Recognise skills, occupations and wishes about work in a person's own words. See `recogniser.py`."""

from skillcore.recognise.embedder import Embedder
from skillcore.recognise.encoder import Encoder, from_int8, own_weights, plain_weights, to_int8
from skillcore.recognise.entries import Entry, Name, Suggestion
from skillcore.recognise.pack import Pack
from skillcore.recognise.recogniser import Recogniser, encode_names, texts_to_encode

__all__ = [
    "Embedder",
    "Encoder",
    "Entry",
    "Name",
    "Pack",
    "Recogniser",
    "Suggestion",
    "encode_names",
    "from_int8",
    "own_weights",
    "plain_weights",
    "texts_to_encode",
    "to_int8",
]
