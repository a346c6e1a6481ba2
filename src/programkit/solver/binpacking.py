"""Things of whole sizes in bins: whether they fit, and what follows if they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def fit(sizes: Sequence[int], bins: Sequence[int]) -> list[int] | None:
    """Into which bin each thing goes, so that all fit; nothing if they cannot.

    What has size 1 fits wherever there is room, so only larger things are tried out.
    """
    if sum(sizes) > sum(bins):
        return None
    order = sorted(range(len(sizes)), key=lambda thing: -sizes[thing])
    large = [sizes[thing] for thing in order if sizes[thing] > 1]
    into = _tried(large, tuple(bins))
    if into is None:
        return None
    left = list(bins)
    for size, number in zip(large, into, strict=True):
        left[number] -= size
    into += [number for number, room in enumerate(left) for _ in range(room)]
    found = [0] * len(sizes)
    for thing, number in zip(order, into, strict=False):
        found[thing] = number
    return found


def _tried(sizes: Sequence[int], bins: tuple[int, ...]) -> list[int] | None:
    """The same, for things of falling size; of ways that leave the same room, one is pursued."""
    ways: dict[tuple[int, ...], tuple[tuple[int, ...], list[int]]] = {bins: (bins, [])}
    for size in sizes:
        before, ways = ways, {}
        for left, into in before.values():
            for number in {room: n for n, room in enumerate(left) if room >= size}.values():
                after = (*left[:number], left[number] - size, *left[number + 1 :])
                ways.setdefault(tuple(sorted(after)), (after, [*into, number]))
    return next((into for _, into in ways.values()), None)


def one_by_one(sizes: Sequence[int], bins: Sequence[int]) -> list[int] | None:
    """Into which bin each thing goes if none goes before the one before it."""
    into: list[int] = []
    number, used = 0, 0
    for size in sizes:
        while number < len(bins) and used + size > bins[number]:
            number, used = number + 1, 0
        if number == len(bins):
            return None
        into.append(number)
        used += size
    return into


def too_many(sizes: Sequence[int], bins: Sequence[int]) -> list[int]:
    """Of things that do not fit, as few as possible that do not."""
    left = sorted(sizes, reverse=True)
    for thing in sorted(sizes):
        fewer = list(left)
        fewer.remove(thing)
        if fit(fewer, bins) is None:
            left = fewer
    return left


def weights_of(sizes: Sequence[int], bin_size: int) -> Iterator[tuple[list[int], int]]:
    """Weights of things, of which a bin of this size holds no more than so much.

    What leaves no more than a threshold free counts as the whole bin, what is no larger than the
    threshold as nothing; and of what is larger than a third of a bin, it holds two.
    """
    for small in range(1, (bin_size + 1) // 2):
        if any(bin_size - small <= size < bin_size for size in sizes):
            whole = [bin_size if size >= bin_size - small else size for size in sizes]
            yield [weight if weight > small else 0 for weight in whole], bin_size
    if any(size * 3 > bin_size > size for size in sizes):
        yield [min(2, size * 3 // (bin_size + 1)) for size in sizes], 2
