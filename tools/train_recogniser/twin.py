"""The encoder once more, in torch, so that its layers can learn. Words stay 4-bit and fixed."""

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812

from skillcore.recognise.pack import Pack

FIXED = ("emb_", "l0_", "l1_", "l2_", "l3_")


class Twin(torch.nn.Module):
    """Ids in (padded), hidden states and the mask of the pieces that count out: [B, T, D], [B, T]."""

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self.pack = pack
        self.fixed = {k: torch.tensor(pack.get(k).reshape(-1, pack.width)) for k in ("emb.pos", "emb.type")}
        names = [k for k in pack.directory if k[:4] != "emb." or k.startswith("emb.ln")]
        self.w = torch.nn.ParameterDict(
            {k.replace(".", "_"): torch.tensor(pack.get(k).reshape(self._shape(k))) for k in names}
        )

    def _shape(self, key: str) -> tuple[int, ...]:
        matrix = key[0] == "l" and key.endswith(".w") and "ln" not in key
        return (-1, self.pack.inner if ".fo" in key else self.pack.width) if matrix else (-1,)

    def linear(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return F.linear(x, self.w[name + "_w"], self.w[name + "_b"])

    def level(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return F.layer_norm(x, (self.pack.width,), self.w[name + "_w"], self.w[name + "_b"], 1e-12)

    def forward(self, ids: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
        numbers, keep = self._padded(ids)
        unique, back = np.unique(numbers, return_inverse=True)
        x = torch.tensor(self.pack.words(unique))[torch.tensor(back.reshape(numbers.shape))]
        x = x + self.fixed["emb.pos"][: numbers.shape[1]] + self.fixed["emb.type"][0]
        x = self.level(x, "emb_ln")
        mask = torch.zeros(keep.shape).masked_fill(~keep, -1e4)[:, None, None]
        for number in range(self.pack.layers):
            x = self._layer(x, f"l{number}_", mask)
        keep[:, :4] = False
        keep[torch.arange(len(ids)), torch.tensor([len(row) - 1 for row in ids])] = False
        return x.float(), keep

    def _padded(self, ids: list[list[int]]) -> tuple[np.ndarray, torch.Tensor]:
        size = max(map(len, ids))
        numbers, keep = np.full((len(ids), size), 1), np.zeros((len(ids), size), bool)
        for at, row in enumerate(ids):
            numbers[at, : len(row)], keep[at, : len(row)] = row, True
        return numbers, torch.tensor(keep)

    def learning(self) -> list[torch.nn.Parameter]:
        """What may change: the lowest layers stay, which saves a fifth of the time and costs nothing seen."""
        for key, value in self.w.items():
            value.requires_grad_(not key.startswith(FIXED))
        return [value for value in self.w.values() if value.requires_grad]

    def _layer(self, x: torch.Tensor, name: str, mask: torch.Tensor) -> torch.Tensor:
        shape = (*x.shape[:2], self.pack.heads, -1)
        q, k, v = (self.linear(x, name + part).view(shape).transpose(1, 2) for part in "qkv")
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype)).transpose(1, 2).reshape(x.shape)
        x = self.level(x + self.linear(seen, name + "ao"), name + "aln")
        return self.level(x + self.linear(F.gelu(self.linear(x, name + "fi")), name + "fo"), name + "oln")

    def take(self, path: Path) -> None:
        """Start from weights written before (int8 rows with their scale)."""
        with np.load(path) as kept:
            for key in self.w:
                name = key[:-2].replace("_", ".") + "." + key[-1]
                value = kept[name].astype(np.float32)
                scale = kept[name + ".scale"].astype(np.float32) if name + ".scale" in kept.files else np.float32(1)
                self.w[key].data = torch.tensor(value * scale)

    def weights(self) -> dict[str, np.ndarray]:
        """As named in the packed file; matrices [out, in]."""
        return {k[:-2].replace("_", ".") + "." + k[-1]: v.detach().numpy() for k, v in self.w.items()}
