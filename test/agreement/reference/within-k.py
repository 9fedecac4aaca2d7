"""Makes data/reference/within_k.json: python3 -B within-k.py > ../../../data/reference/within_k.json

Scores are decimal fractions, so a difference of exactly k is one. Wilson's bounds are not taken from their formula: they are the two
shares x at which (hits / n - x)^2 = z^2 x (1 - x) / n, found by bisection with 50 digits (mpmath 1.3.0), z by bisection too.
"""
from fractions import Fraction

from case_file import case, write
from mpmath import erf, mp, mpf, sqrt

mp.dps = 50
SOURCE = "test/agreement/reference/within-k.py (Python fractions, mpmath 50 digits): counting; Wilson's bounds as roots, by bisection"


def bisect(rises, low, high):
    low, high = mpf(low), mpf(high)
    for _ in range(170):
        middle = (low + high) / 2
        low, high = (low, middle) if rises(middle) else (middle, high)
    return (low + high) / 2


def wilson(hits, n, level):
    z = bisect(lambda x: erf(x / sqrt(2)) > mpf(str(level)), 0, 20)
    share = mpf(hits) / n

    def inside(x):
        return (share - x) ** 2 <= z * z * x * (1 - x) / n

    lower = mpf(0) if hits == 0 else bisect(inside, 0, share)
    upper = mpf(1) if hits == n else bisect(lambda x: not inside(x), share, 1)
    return {"lo": lower, "hi": upper, "level": level}


def made(name, rows, k=1, level=None):
    scored = [(Fraction(str(one)), Fraction(str(other))) for one, other in rows if None not in (one, other)]
    n, options = len(scored), {"k": k, **({"level": level} if level else {})}
    data = {"type": "ratings", "values": rows}
    if n == 0:
        return case("within_k", name, SOURCE, data, {"estimate": None, "n": 0, "why": "no-items"}, options)
    hits = sum(abs(one - other) <= Fraction(str(k)) for one, other in scored)
    expected = {"estimate": Fraction(hits, n), "n": n, "within": hits, "ci": wilson(hits, n, level or 0.95)}
    return case("within_k", name, SOURCE, data, expected, options)


def steps(differences, start=1):
    return [[start + index % 5, start + index % 5 + apart] for index, apart in enumerate(differences)]


scale = [[7, 6], [3, 3], [5.5, 4], [1, 3], [9, 9], [2, 2.5], [6, 7.5], [4, 4], [8, 6], [5, 5]]
tenths = [[0.1, 0.4], [0.3, 0.1], [1.1, 0.8], [2.3, 2.7], [0.7, 1.0], [4.9, 4.6], [0.2, 0.6]]
gaps = [[1, 2], [None, 3], [4, None], [None, None], [6, 3], [5, 5]]
cases = [
    made("scale-of-nine", scale, 0),
    made("scale-of-nine", scale, 1),
    made("scale-of-nine", scale, 1.5),
    made("scale-of-nine", scale, 1, 0.9),
    made("scale-of-nine", scale, 2, 0.99),
    made("tenths-exactly-k", tenths, 0.3),
    made("tenths-exactly-k", tenths, 0.4),
    made("tenths-exactly-k", tenths, 0.2),
    made("below-zero", [[-3, -1], [-0.5, 0.5], [2, -2], [0, 0]], 1),
    made("nothing-within", steps([2, -3, 4]), 1),
    made("all-within", steps([0, 1, -1, 0.5, 1]), 1),
    made("one-item-at-k", [[4, 6]], 2),
    made("one-item-beyond-k", [[4, 6]], 1),
    made("missing-scores", gaps, 1),
    made("no-item-of-both", [[1, None], [None, 2]], 1),
    made("hundred-of-120", steps([1] * 100 + [3] * 20), 1),
]
write("within_k", cases)
