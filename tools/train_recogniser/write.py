"""Write the trained layers: int8 rows with a half-float scale, and the centre."""

from pathlib import Path

import numpy as np


def write(path: Path, weights: dict[str, np.ndarray], centre: np.ndarray) -> None:
    """Matrices [out, in] lose nothing measurable as int8; four bits would undo the training."""
    out: dict[str, np.ndarray] = {"mu": centre.astype(np.float32)}
    for key, value in weights.items():
        if value.ndim == 2:
            scale = np.maximum(np.abs(value).max(1, keepdims=True), 1e-9) / 127
            out[key], out[key + ".scale"] = np.round(value / scale).astype(np.int8), scale.astype(np.float16)
        else:
            out[key] = value.astype(np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **out)
