"""Makes data/reference/span_f1.json: python3 -B spans.py > ../../../data/reference/span_f1.json

Exact fractions; of one category every one-to-one set of matches is tried, and the one with most matches and then most overlap counted.
"""
from fractions import Fraction

from case_file import case, write

SOURCE = "test/agreement/reference/spans.py (Python fractions): every one-to-one set of matches tried"


def exact(number):
    return Fraction(str(number))


def overlap_of(one, other):
    low, high = max(exact(one[0]), exact(other[0])), min(exact(one[1]), exact(other[1]))
    shared = max(Fraction(0), high - low)
    return shared / (exact(one[1]) - exact(one[0]) + exact(other[1]) - exact(other[0]) - shared)


def best(first, second, least):
    """(matches, overlap of all matches together), the most of all that there are."""

    def grow(at, free):
        if at == len(first):
            return (0, Fraction(0))
        found = [grow(at + 1, free)]
        for other in free:
            share = overlap_of(first[at], second[other])
            if share > 0 and share >= least:
                matches, shared = grow(at + 1, free - {other})
                found.append((matches + 1, shared + share))
        return max(found)

    return grow(0, frozenset(range(len(second))))


def most(first, second, least, joins):
    """The one set of most matches that has the most overlap."""

    def grow(at, free):
        if at == len(first):
            return [()]
        found = grow(at + 1, free)
        for other in free:
            share = overlap_of(first[at], second[other])
            if share > 0 and share >= least and joins(first[at], second[other]):
                found = found + [((at, other, share), *rest) for rest in grow(at + 1, free - {other})]
        return found

    every = grow(0, frozenset(range(len(second))))
    worth = [(len(matches), sum(share for _, _, share in matches)) for matches in every]
    best = [matches for matches, own in zip(every, worth) if own == max(worth)]
    assert len(best) == 1, "several sets of matches are equally good"
    return list(best[0])


def paired(name, raters, overlap):
    """Equal codes first; what is left is paired whatever its code."""
    first, second = raters
    alike = most(first, second, exact(overlap), lambda one, other: one[2] == other[2])
    taken = [{one for one, _, _ in alike}, {other for _, other, _ in alike}]
    left = [[place for place in range(len(spans)) if place not in own] for spans, own in zip(raters, taken)]
    rest = most([first[place] for place in left[0]], [second[place] for place in left[1]], exact(overlap), lambda *_: True)
    pairs = sorted(alike + [(left[0][one], left[1][other], share) for one, other, share in rest])
    expected = [{"first": one, "second": other, "closeness": share} for one, other, share in pairs]
    data = {"type": "continuum", "units": raters, "categories": ["a", "b"]}
    return case("pair_segments", name, SOURCE, data, {"count": len(pairs), "pairs": expected}, {"overlap": overlap})


def made(name, documents, overlap=None, category=None):
    categories = ["a", "b"]
    least = exact(overlap) if overlap is not None else Fraction(1, 2)
    parts = {}
    shared = Fraction(0)
    for code in [category] if category else categories:
        part = {"matches": 0, "first": 0, "second": 0}
        for raters in documents:
            own = [[span for span in spans if span[2] == code] for spans in raters]
            matches, together = best(*own, least)
            part = {"matches": part["matches"] + matches, "first": part["first"] + len(own[0]), "second": part["second"] + len(own[1])}
            shared += together
        parts[code] = part
    matches, first, second = (sum(part[field] for part in parts.values()) for field in ("matches", "first", "second"))
    expected = {"estimate": None, "n": 0, "why": "no-items"}
    if first + second > 0:
        expected = {
            "estimate": Fraction(2 * matches, first + second),
            "n": first + second,
            "matches": matches,
            "precision": Fraction(matches, second) if second else None,
            "recall": Fraction(matches, first) if first else None,
            "meanOverlap": shared / matches if matches else None,
            "categories": parts,
        }
    made = [{"type": "continuum", "units": raters} for raters in documents]
    data = made[0] if len(made) == 1 else {"type": "sessions", "sessions": made}
    options = {**({"overlap": overlap} if overlap is not None else {}), **({"category": category} if category else {})}
    return case("span_f1", name, SOURCE, {**data, "categories": categories}, expected, options)


text = [[2, 10, "a"], [15, 25, "b"], [40, 50, "a"]], [[3, 10, "a"], [14, 26, "b"], [41, 47, "b"]]
chain = [[0, 10, "a"], [4, 14, "a"], [8, 18, "a"]], [[3, 13, "a"], [7, 17, "a"], [11, 21, "a"]]
limit = [[0, 10, "a"], [20, 30, "b"]], [[0, 5, "a"], [20, 24.9, "b"]]
tenths = [[0.1, 0.6, "a"], [1.2, 1.9, "b"]], [[0.1, 0.4, "a"], [1.3, 1.9, "b"]]
touching = [[0, 5, "a"], [10, 15, "a"]], [[5, 10, "a"], [15, 20, "a"]]
nested = [[0, 100, "a"], [10, 20, "a"], [10, 20, "a"], [40, 90, "b"]], [[0, 90, "a"], [10, 20, "a"], [12, 20, "a"], [40, 60, "b"], [61, 90, "b"]]
trap = [[0, 10, "a"], [4, 14, "a"]], [[3, 13, "a"], [7, 17, "a"]]
other_code = [[0, 9, "a"], [20, 22, "b"]], [[0, 9, "b"], [20, 22, "a"]]
border = [[[0, 4, "a"], [20, 30, "b"]], [[0, 4, "a"]]], [[[0, 4, "b"]], [[0, 5, "b"], [20, 30, "b"]]]

cases = [
    made("text", [text]),
    made("text", [text], 0.8),
    made("text", [text], 1),
    made("text", [text], None, "a"),
    made("text", [text], 0.1, "b"),
    made("exactly-at-the-limit", [limit]),
    made("exactly-at-the-limit", [limit], 0.49),
    made("tenths", [tenths], 0.6),
    made("chain", [chain], 0.3),
    made("chain", [chain], 0.5),
    made("best-pair-first-loses", [trap], 0.53),
    made("nested-and-twice", [nested]),
    made("nested-and-twice", [nested], 0.05),
    made("touching-only", [touching], 0.001),
    made("unlike-categories", [other_code]),
    made("one-rater-empty", [([[0, 9, "a"], [10, 12, "b"]], [])]),
    made("first-rater-empty", [([], [[0, 9, "a"]])]),
    made("documents", [*border, text, ([], [])]),
    made("no-span-of-the-category", [([[0, 9, "a"]], [[0, 9, "a"]])], None, "b"),
    made("no-spans", [([], [])]),
    paired("text", text, 0.5),
    paired("chain", chain, 0.3),
    paired("best-pair-first-loses", trap, 0.53),
    paired("exactly-at-the-limit", limit, 0.5),
    paired("unlike-categories", other_code, 1),
    paired("unlike-after-like", ([[0, 10, "a"], [12, 20, "a"]], [[0, 9, "b"], [1, 9, "a"], [13, 20, "b"]]), 0.5),
    paired("touching-only", touching, 0.001),
    paired("one-rater-empty", ([[0, 9, "a"], [10, 12, "b"]], []), 0.5),
]
write("span_f1", cases)
