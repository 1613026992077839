"""The training loop: right concepts above wrong ones, near neighbours among the wrong ones."""

import math
import time
from collections.abc import Callable, Iterator

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812

from tools.train_recogniser.twin import Twin

TAU = 12.0
Batch = list[tuple[list[int], tuple[int, ...]]]


def directions(x: torch.Tensor, keep: torch.Tensor, centre: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Centred unit vectors of the pieces that count, and to which text each belongs."""
    unit = F.normalize(x - centre * x.norm(dim=-1, keepdim=True), dim=-1)
    who, where = keep.nonzero(as_tuple=True)
    return unit[who, where], who


def scores(
    pieces: torch.Tensor, who: torch.Tensor, size: int, concepts: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Attended score and score of the mean vector: both [texts, concepts]."""
    goal = F.normalize(concepts, dim=-1)
    a = (pieces @ goal.T).float()
    w = torch.exp(TAU * a)
    zero = torch.zeros(size, len(concepts))
    attended = zero.index_add(0, who, w * a) / zero.index_add(0, who, w)
    mean = F.normalize(torch.zeros(size, pieces.shape[1]).index_add(0, who, pieces.float()), dim=-1)
    return attended, (mean @ goal.T).float()


def loss_of(s: torch.Tensor, right: torch.Tensor, ignored: torch.Tensor) -> torch.Tensor:
    """Each right concept against all wrong ones; `ignored` counts as neither."""
    wrong = torch.logsumexp(s.masked_fill(right | ignored, -1e4), 1, keepdim=True)
    each = (torch.logaddexp(s, wrong) - s) * right
    return (each.sum(1) / right.sum(1)).mean()


class Trainer:
    """Twin, moving concept vectors (thrown away afterwards) and one sharpness."""

    def __init__(
        self,
        net: Twin,
        start: torch.Tensor,
        kinds: torch.Tensor,
        near: torch.Tensor,
        akin: dict[int, tuple[int, ...]],
        seed: int,
    ) -> None:
        """start: [concepts, D] from the untouched encoder; near: [concepts, k] hard wrong answers."""
        self.net, self.kinds, self.near, self.akin = net, kinds, near, akin
        start = F.normalize(start, dim=-1)
        self.centre = start.mean(0)
        self.goal = torch.nn.Parameter(F.normalize(start - self.centre, dim=-1))
        self.sharp = torch.nn.Parameter(torch.tensor([math.log(16.0), math.log(16.0)]))
        self.groups = [(net.learning(), 1e-4, 0.01), ([self.goal], 1e-4, 0.0), ([self.sharp], 1e-3, 0.0)]
        self.optimiser = torch.optim.AdamW([{"params": a, "lr": b, "weight_decay": c} for a, b, c in self.groups])
        self.dice = torch.Generator().manual_seed(seed)

    def train(self, batches: Iterator[Batch], minutes: float, keep: Callable[[], None], sample: int = 1500) -> int:
        start, step, told = time.time(), 0, 0.0
        while (done := (time.time() - start) / (60 * minutes)) < 1:
            for group, (_, full, _) in zip(self.optimiser.param_groups, self.groups, strict=True):
                group["lr"] = full * min(1, step / 40) * max(0.03, 1 - done)
            loss = self._step(next(batches), sample)
            told = loss if not told else 0.97 * told + 0.03 * loss
            step += 1
            if step % 20 == 0:
                print(f"step {step} loss {told:.3f} {time.time() - start:.0f}s", flush=True)
            if step % 50 == 0:
                keep()
        return step

    def _step(self, batch: Batch, sample: int) -> float:
        pool = self._pool(batch, sample)
        place = {int(number): at for at, number in enumerate(pool)}
        right = torch.zeros(len(batch), len(pool), dtype=torch.bool)
        for row, (_, numbers) in enumerate(batch):
            right[row, [place[number] for number in numbers]] = True
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x, keep = self.net([ids for ids, _ in batch])
            pieces, who = directions(x, keep, self.centre)
            attended, mean = scores(pieces, who, len(batch), self.goal[pool])
        kinds = self.kinds[pool]
        own = torch.stack([kinds[row].amin() for row in right])
        ignored = kinds[None] != own[:, None]
        for row, (_, numbers) in enumerate(batch):
            ignored[row, [place[near] for number in numbers for near in self.akin.get(number, ()) if near in place]] = (
                True
            )
        ignored &= ~right
        sharp = self.sharp.exp()
        loss = loss_of(attended * sharp[0], right, ignored) + 0.5 * loss_of(mean * sharp[1], right, ignored)
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.groups[0][0], 1.0)
        self.optimiser.step()
        return float(loss.detach())

    def _pool(self, batch: Batch, sample: int) -> torch.Tensor:
        right = torch.tensor(sorted({number for _, numbers in batch for number in numbers}))
        random = torch.randint(0, len(self.goal), (sample,), generator=self.dice)
        near = self.near[right].flatten()
        near = near[torch.randperm(len(near), generator=self.dice)[:800]]
        return torch.unique(torch.cat([right, random, near]))


@torch.no_grad()
def text_vectors(net: Twin, ids: list[list[int]], centre: torch.Tensor | None = None) -> np.ndarray:
    """Unit mean vectors of texts as half floats: [texts, D]; with a centre as at run time, else plain."""
    found = np.zeros((len(ids), net.pack.width), np.float16)
    order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
    for begin in range(0, len(order), 192):
        group = order[begin : begin + 192]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x, keep = net([ids[at] for at in group])
        if centre is not None:
            x = F.normalize(x - centre * x.norm(dim=-1, keepdim=True), dim=-1)
        found[group] = F.normalize((x * keep[..., None]).sum(1), dim=-1).numpy()
    return found


@torch.no_grad()
def neighbours(vectors: torch.Tensor, kinds: torch.Tensor, count: int = 12) -> torch.Tensor:
    """Per concept its nearest others of the same kind: the wrong answers that teach most."""
    unit, found = F.normalize(vectors - vectors.mean(0), dim=-1), []
    for begin in range(0, len(unit), 1000):
        s = unit[begin : begin + 1000] @ unit.T
        s[kinds[begin : begin + 1000, None] != kinds[None]] = -1
        s[torch.arange(len(s)), torch.arange(begin, begin + len(s))] = -1
        found.append(s.topk(count, dim=1).indices)
    return torch.cat(found)
