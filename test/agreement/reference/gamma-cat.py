"""Makes data/reference/gamma_cat.json: python3 -B gamma-cat.py > ../../../data/reference/gamma_cat.json

Observed values: every way to put the units into groups of at most one a rater is tried with exact fractions, and what gamma-cat and gamma-k
make of the best one is computed from Mathet (2017), sec. 4.2.5; a case in which equally good alignments give two values is refused here.

Chance, of two raters with one unit each: the mean over random continua follows from an integral over the distance of two moves
(mpmath 1.3.0), so that no random number is needed. Simulated values have to lie within five standard errors of it.

AlexPaulSuzan: data and bounds of pygamma-agreement, tests/test_gammas.py at commit 2d40fc4 (its ShuffleContinuumSampler, precision 0.05).
Another state of these tests expects .38 to .42 for gamma-cat: there units without counterpart count as unlike, which is not in the paper.
"""
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from case_file import EXACT, case, write
from mpmath import mp, mpf, quad, sqrt

mp.dps = 20
TRIED = "test/agreement/reference/gamma-cat.py (Python fractions): every alignment tried; Mathet (2017), sec. 4.2.5"
INTEGRAL = "test/agreement/reference/gamma-cat.py (mpmath): mean over random continua by integration; Mathet et al. (2015), sec. 5.2"
PYGAMMA = "pygamma-agreement, tests/test_gammas.py (commit 2d40fc4): AlexPaulSuzan, ShuffleContinuumSampler; middle of its bounds"


def exact(number):
    return Fraction(str(number))


def gap(one, other):
    (s, e, _), (t, f, _) = one, other
    s, e, t, f = map(exact, (s, e, t, f))
    return ((abs(s - t) + abs(e - f)) / (e - s + f - t)) ** 2


def cost(group, raters, alpha, beta, empty):
    """Mean over all pairs of raters; whoever has no unit there costs `empty` against everyone."""
    pairs = raters * (raters - 1) // 2
    total = empty * (pairs - len(group) * (len(group) - 1) // 2)
    for (_, one), (_, other) in combinations(group, 2):
        total += (alpha * gap(one, other) + (0 if one[2] == other[2] else beta)) * empty
    return total / pairs


def weighed(group, alpha, category):
    """(weight of unlike pairs, weight of all pairs) of one group."""
    unlike = whole = Fraction(0)
    for (_, one), (_, other) in combinations(group, 2):
        if category is None or category in (one[2], other[2]):
            weight = max(Fraction(0), 1 - alpha * gap(one, other)) / (len(group) - 1)
            whole += weight
            unlike += weight if one[2] != other[2] else 0
    return unlike, whole


def alignments(lists, alpha, beta, empty, category):
    """Least disorder and what every alignment with that disorder gives, by asking of the first unit left which group it is in."""
    units = [(rater, tuple(span)) for rater, spans in enumerate(lists) for span in spans]

    def groups(first, left):
        def grow(group, at):
            yield group
            for place in range(at, len(left)):
                if units[left[place]][0] not in {units[one][0] for one in group}:
                    yield from grow((*group, left[place]), place + 1)

        return grow((first,), 0)

    @lru_cache(None)
    def best(left):
        if not left:
            return Fraction(0), frozenset({(Fraction(0), Fraction(0))})
        least, values = None, frozenset()
        for group in groups(left[0], left[1:]):
            members = [units[one] for one in group]
            rest, below = best(tuple(one for one in left[1:] if one not in group))
            total = rest + cost(members, len(lists), alpha, beta, empty)
            if least is None or total <= least:
                unlike, whole = weighed(members, alpha, category)
                found = {(unlike + more, whole + further) for more, further in below}
                values = frozenset(found) if least is None or total < least else values | found
                least = total
        return least, values

    return best(tuple(range(len(units))))


def table(documents):
    made = [{"type": "continuum", "units": lists} for lists in documents]
    data = made[0] if len(made) == 1 else {"type": "sessions", "sessions": made}
    return {**data, "categories": list("1234567" if documents[0] is suzan else "abc")}


def observed(name, documents, category=None, alpha=1, beta=1, delta_empty=1, **certain):
    n, shares = sum(len(spans) for lists in documents for spans in lists), {(Fraction(0), Fraction(0))}
    for lists in documents:
        _, values = alignments(lists, exact(alpha), exact(beta), exact(delta_empty), category)
        shares = {(unlike + more, whole + further) for unlike, whole in shares for more, further in values}
    found = {unlike / whole if whole else None for unlike, whole in shares}
    assert len(found) == 1, f"{name}: equally good alignments differ"
    options = {"alpha": alpha, "beta": beta, "delta_empty": delta_empty, **({"category": category} if category else {})}
    expected = {"observed": found.pop(), "n": n, **certain}
    return case("gamma_cat", name, TRIED, table(documents), expected, options)


def chance(length, own, apart, unlike):
    """Means over random continua of two raters, each with one unit of length `own`, begins `apart`, on a continuum of `length`."""
    length, own, apart = mpf(length), mpf(own), mpf(apart)
    room, allowed = own / 2, length - own

    def mean(function, shift):
        """Over the way w round from the one begin to the other; the second may have gone round the end, the first not."""
        low, high = room + shift, length - room + shift
        marks = {low, high, length}
        marks |= {edge for edge in (own, own * sqrt(2), length - own, length - own * sqrt(2))}
        marks |= {edge + length for edge in marks} | {edge - length for edge in marks}
        points = sorted(mark for mark in marks if low <= mark <= high)

        def inner(w):
            w = w % length
            return (1 - w / length) * function(w) + w / length * function(length - w)

        return quad(inner, points) / allowed

    def pair(differ):
        return lambda far: min((far / own) ** 2 + differ, mpf(2))

    def both(of_like, of_unlike):
        """Half of the time one rater's unit stands for both; else each has his own, whose begins are apart."""
        other = (mean(of_unlike, apart) + mean(of_unlike, -apart)) / 2
        return (mean(of_like, 0) + other) / 2

    kind = 1 if unlike else 0
    disorder = both(pair(0), pair(kind))
    square = both(lambda far: pair(0)(far) ** 2, lambda far: pair(kind)(far) ** 2)
    near = both(lambda far: far < own, lambda far: far < own)
    near_unlike = both(lambda far: mpf(0), lambda far: mpf(far < own)) if unlike else mpf(0)
    share = near_unlike / near
    return disorder, sqrt(square - disorder**2), share, sqrt(share * (1 - share) / near)


def by_chance(measure, name, length, own, apart, codes, samples=6000):
    disorder, spread, share, share_spread = chance(length, own, apart, codes[0] != codes[1])
    expected, deviation = (disorder, spread) if measure == "gamma" else (share, share_spread)
    starts = (0, apart)
    units = [{"rater": r, "start": starts[r], "length": own, "category": codes[r]} for r in (0, 1)]
    data = {"type": "units", "raters": 2, "begin": 0, "length": length, "units": units, "categories": ["a", "b", "c"]}
    allowed = float(5 * deviation / sqrt(samples))
    options = {"samples": samples, "seed": 1}
    return case(measure, name, INTEGRAL, data, {"pe": expected, "n": 2}, options, {"abs": round(allowed, 6), "rel": 0})


def disorder(name, lists, **weights):
    chosen = {"alpha": 1, "beta": 1, "delta_empty": 1, **weights}
    least, _ = alignments(lists, *(exact(chosen[key]) for key in ("alpha", "beta", "delta_empty")), None)
    units = sum(map(len, lists))
    return case("gamma", name, TRIED.split(";")[0], table([lists]), {"observed": least * len(lists) / units, "n": units}, chosen)


def pygamma(measure, low, high, category=None):
    options = {"alpha": 3, "beta": 1, "delta_empty": 1, **({"category": category} if category else {}), "samples": 400, "seed": 1}
    within = {"abs": round((high - low) / 2, 6), "rel": 0}
    return case(measure, "alex-paul-suzan", PYGAMMA, table([suzan]), {"estimate": round((low + high) / 2, 6)}, options, within)


pair = [[0, 4, "a"], [10, 14, "a"], [20, 24, "b"]], [[1, 5, "a"], [10, 14, "b"], [21, 24, "b"]]
shifted = [[0, 5, "a"], [7, 12, "b"], [13, 20, "a"]], [[2, 6, "b"], [8, 11, "b"], [15, 22, "a"], [24, 26, "a"]]
three = [[0, 4, "a"], [20, 24, "a"]], [[0, 4, "a"], [20, 24, "b"]], [[0, 4, "b"]]
four = [[0, 4, "a"], [9, 12, "b"]], [[1, 5, "a"], [8, 12, "b"]], [[0, 5, "b"], [9, 13, "b"]], [[0, 4, "a"], [10, 12, "c"]]
overlapping = [[0, 10, "a"], [3, 7, "b"], [5, 15, "a"]], [[1, 11, "a"], [3, 8, "c"], [5, 14, "b"]]
apart = [[0, 1, "a"]], [[20, 21, "b"]]
far = [[0, 4, "a"], [10, 14, "b"]], [[3.9, 7.9, "a"], [10, 14, "a"]]
suzan_text = {
    "Alex": [(1, 2, 9), (2, 11, 17), (5, 24, 30), (6, 32, 36), (6, 36, 44), (7, 44, 60)],
    "Paul": [(1, 2, 9), (3, 11, 17), (5, 19, 25), (6, 32, 44)],
    "Suzan": [(1, 2, 9), (4, 11, 17), (5, 21, 27), (6, 32, 36), (6, 36, 40), (6, 40, 44)],
}
suzan = [[[start, end, str(code)] for code, start, end in own] for own in suzan_text.values()]
same = [[0, 4, "a"], [6, 10, "b"], [13, 17, "a"]]

nothing = {"estimate": None, "why": "not-determined"}
cases = [
    observed("like-and-unlike", [pair]),
    observed("like-and-unlike", [pair], "a"),
    observed("like-and-unlike", [pair], "b"),
    observed("shifted", [shifted]),
    observed("shifted", [shifted], None, 3),
    observed("shifted", [shifted], None, 0.5, 2),
    observed("shifted", [shifted], "b", 1, 0.4, 0.7),
    observed("group-of-three", [three]),
    observed("group-of-three", [three], "b"),
    observed("four-raters", [four]),
    observed("four-raters", [four], "c"),
    observed("overlapping-units", [overlapping]),
    observed("position-hardly-fits", [far]),
    observed("documents", [pair, ([], []), apart, shifted]),
    observed("same-units", [(same, same)], estimate=1),
    observed("same-units-of-three", [(same, same, same)], estimate=1),
    observed("nothing-aligned", [apart], **nothing),
    observed("category-not-aligned", [(pair[0], pair[1])], "c", **nothing),
    observed("one-rater-empty", [(same, [])], **nothing),
    observed("no-units", [([], [])], estimate=None, why="no-items"),
    observed("one-category", [([[0, 4, "a"]], [[1, 5, "a"]])], estimate=None, why="no-disagreement"),
    case("gamma_cat", "one-rater", TRIED, table([([[0, 4, "a"]],)]), {"estimate": None, "n": 1, "why": "too-few-raters"}),
    observed("alex-paul-suzan", [suzan], None, 3),
    observed("alex-paul-suzan", [suzan], "4", 3),
    observed("alex-paul-suzan", [suzan], "6", 3, estimate=1),
    observed("alex-paul-suzan", [suzan], "7", 3, **nothing),
    by_chance("gamma_cat", "chance-equal-begins", 16, 4, 0, "ab"),
    by_chance("gamma_cat", "chance-begins-apart", 20, 4, 3, "ab"),
    disorder("shifted", shifted),
    disorder("four-raters", four, alpha=3, beta=0.5),
    disorder("one-rater-empty", (same, [])),
    disorder("alex-paul-suzan", suzan, alpha=3),
    case("gamma", "no-units", TRIED, table([([], [])]), {"estimate": None, "n": 0, "why": "no-items"}),
    by_chance("gamma", "chance-equal-begins", 16, 4, 0, "ab"),
    by_chance("gamma", "chance-begins-apart", 20, 4, 3, "ab"),
    by_chance("gamma", "chance-one-category", 20, 4, 3, "aa"),
    pygamma("gamma", 0.44, 0.47),
    pygamma("gamma_cat", 0.67, 0.7),
    *(pygamma("gamma_cat", 0.99, 1.01, code) for code in "156"),
]
write("gamma_cat", cases)
