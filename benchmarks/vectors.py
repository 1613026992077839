"""Name vectors for the benchmark, kept in a file so that a second run is quick."""

from pathlib import Path

import numpy as np

from benchmarks.progress import told
from skillcore.recognise import Embedder, encode_names

STEP = 2000


def rows_for(embedder: Embedder, texts: list[str], cache: Path | None) -> dict[str, np.ndarray]:
    """Text -> int8 row for every text; new ones are made, and kept under the embedder's name."""
    known = _read(cache, embedder.name)
    new = [text for text in dict.fromkeys(texts) if text not in known]
    for start in told(range(0, len(new), STEP), f"vectors for {len(new):,} names"):
        group = new[start : start + STEP]
        known.update(zip(group, encode_names(embedder, group), strict=True))
    if cache and new:
        _write(cache, embedder.name, known)
    return known


def _read(cache: Path | None, name: str) -> dict[str, np.ndarray]:
    if cache is None or not (file := cache / f"{name}.npz").exists():
        return {}
    with np.load(file) as kept:
        return dict(zip(kept["texts"].tolist(), kept["rows"], strict=True))


def _write(cache: Path, name: str, known: dict[str, np.ndarray]) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    texts = sorted(known)
    np.savez(cache / f"{name}.npz", texts=np.array(texts), rows=np.stack([known[text] for text in texts]))
