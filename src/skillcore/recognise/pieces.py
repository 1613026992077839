"""Cut a text into the word pieces of the model (SentencePiece unigram, best path)."""

from skillcore.recognise.pack import Pack

PREFIX = "query: "
SPACE = "\u2581"


def normalise(pack: Pack, text: str) -> str:
    """The text as the model reads it: characters replaced, spaces as marks."""
    plain = "".join(pack.becomes.get(ord(character), character) for character in PREFIX + text)
    return SPACE + SPACE.join(word for word in plain.split(" ") if word)


def cut(pack: Pack, text: str, cap: int = 128) -> list[int]:
    """Piece numbers of a text, at most `cap`, with start and end mark."""
    line = normalise(pack, text[: cap * 16])
    ids = _best_path(pack, line)
    return [pack.start, *ids[: cap - 2], pack.end]


def _best_path(pack: Pack, line: str) -> list[int]:
    size, longest, piece, score = len(line), pack.longest, pack.piece, pack.score
    best = [0.0] + [-1e30] * size
    back: list[tuple[int, int]] = [(0, 0)] * (size + 1)
    for start in range(size):
        so_far = best[start]
        for end in range(start + 1, min(size, start + longest) + 1):
            number = piece.get(line[start:end])
            if number is None:
                if end != start + 1:
                    continue
                number, value = pack.unknown, so_far + pack.unknown_score
            else:
                value = so_far + score[number]
            if value > best[end]:
                best[end], back[end] = value, (start, number)
    return _walk_back(back, size)


def _walk_back(back: list[tuple[int, int]], end: int) -> list[int]:
    ids = []
    while end:
        end, number = back[end]
        ids.append(number)
    return ids[::-1]
