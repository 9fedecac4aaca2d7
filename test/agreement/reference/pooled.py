"""Makes data/reference/pooled.json: python3 -B pooled.py > ../../../data/reference/pooled.json

Pooled kappa and percent agreement over pooled pairs in exact fractions. Their errors do not use the formulas of the library: each is the
root of the summed squares of the exact derivatives in the weight of each item (dual numbers); t quantiles by bisection (mpmath 1.3.0).
"""
from fractions import Fraction
from itertools import combinations

from case_file import case, write
from dual import Dual, slopes
from mpmath import betainc, mp, mpf, sqrt

mp.dps = 30
WHERE = "test/agreement/reference/pooled.py (Python fractions, mpmath 30 digits)"
KAPPA = f"{WHERE}: definition; error by the derivative in each item's weight"
PAIRS = f"{WHERE}: every pair of ratings counted; error of the ratio by the derivative in each item's weight, times n / (n - 1)"
CLOSE = {"abs": 1e-11, "rel": 1e-11}


def root(fraction):
    return sqrt(mpf(fraction.numerator) / fraction.denominator)


def t_quantile(df, level):
    low, high = mpf(0), mpf(1000)
    for _ in range(100):
        middle = (low + high) / 2
        outside = betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + middle**2), regularized=True)
        low, high = (middle, high) if outside > 1 - mpf(str(level)) else (low, middle)
    return low


def closeness(one, other, codes, weights):
    """Weight of a pair of codes: 1 for equal ones; linear by their places."""
    if weights == "unweighted":
        return int(one == other)
    return 1 - Fraction(abs(codes.index(one) - codes.index(other)), len(codes) - 1)


def agreement(tables, weights, codes, kind):
    """(mean observed, mean expected) of all tables; `weights[table][item]`."""
    observed = expected = Dual(0)
    for rows, own in zip(tables, weights):
        coded = [(row, weight) for row, weight in zip(rows, own) if None not in row]
        whole = sum((weight for _, weight in coded), Dual(0))
        share = [{c: sum((w for row, w in coded if row[rater] == c), Dual(0)) / whole for c in codes} for rater in (0, 1)]
        for row, weight in coded:
            observed = observed + weight * closeness(*row, codes, kind) / whole
        for one in codes:
            for other in codes:
                expected = expected + share[0][one] * share[1][other] * closeness(one, other, codes, kind)
    return observed / len(tables), expected / len(tables)


def pooled(name, tables, items, kind="unweighted", codes=("a", "b")):
    data = {"type": "ratings_by_code", "categories": codes, "tables": tables}
    options = {"items": items, "weights": kind}
    first = tables[0]
    n = sum(1 for item in range(len(first)) if any(None not in rows[item] for rows in tables))
    if items == "own":
        n = sum(None not in row for rows in tables for row in rows)
    if any(all(None in row for row in rows) for rows in tables):
        return case("pooled_kappa", name, KAPPA, data, {"estimate": None, "n": n, "why": "no-items"}, options, CLOSE)

    def value(weights):
        observed, expected = agreement(tables, weights, codes, kind)
        return (observed - expected) / (Dual(1) - expected)

    def own_items(flat):
        taken, parts = 0, []
        for rows in tables:
            parts.append(flat[taken : taken + len(rows)])
            taken += len(rows)
        return parts

    po, pe = agreement(tables, [[Dual(1)] * len(rows) for rows in tables], codes, kind)
    if pe.value == 1:
        expected = {"estimate": None, "n": n, "po": po.value, "pe": 1, "why": "no-variation"}
        return case("pooled_kappa", name, KAPPA, data, expected, options, CLOSE)
    if items == "same":
        each = slopes(lambda weights: value([weights] * len(tables)), len(first))
    else:
        each = slopes(lambda weights: value(own_items(weights)), sum(map(len, tables)))
    estimate = value([[Dual(1)] * len(rows) for rows in tables]).value
    expected = {"estimate": estimate, "n": n, "po": po.value, "pe": pe.value, "se": root(sum(slope**2 for slope in each))}
    return case("pooled_kappa", name, KAPPA, data, expected, options, CLOSE)


def pairs(name, rows, codes, kind="unweighted"):
    data = {"type": "ratings", "categories": codes, "values": rows}
    rated = [kept for kept in ([code for code in row if code is not None] for row in rows) if kept]
    paired = sum(len(kept) > 1 for kept in rated)
    options = {"weights": kind}
    if paired == 0:
        return case("percent_agreement_pairs", name, PAIRS, data, {"estimate": None, "n": 0, "why": "no-items"}, options, CLOSE)

    def ratio(weights):
        alike = whole = Dual(0)
        for kept, weight in zip(rated, weights):
            for one, other in combinations(kept, 2):
                alike, whole = alike + weight * closeness(one, other, codes, kind), whole + weight
        return alike / whole

    estimate, n = ratio([Dual(1)] * len(rated)).value, len(rated)
    expected = {"estimate": estimate, "n": paired}
    if n > 1:
        se = root(sum(slope**2 for slope in slopes(ratio, n)) * n / (n - 1))
        reach = t_quantile(n - 1, 0.95) * se
        middle = mpf(estimate.numerator) / estimate.denominator
        expected |= {"se": se, "ci": {"lo": middle - reach, "hi": middle + reach, "level": 0.95}}
    return case("percent_agreement_pairs", name, PAIRS, data, expected, options, CLOSE)


def repeated(*patterns):
    return [[None if code == "." else code for code in codes] for count, codes in patterns for _ in range(count)]


first = repeated((6, "aa"), (2, "ab"), (3, "bb"), (1, "ba"))
second = repeated((1, "bb"), (7, "aa"), (1, "ab"), (2, "bb"), (1, "aa"))
rare = repeated((11, "aa"), (1, "ba"))
constant = repeated((12, "aa"))
gap = repeated((4, "aa"), (2, "a."), (2, "bb"), (1, ".."), (2, "ba"), (1, ".b"))
scale = repeated((3, "aa"), (2, "ab"), (2, "bc"), (3, "cc"), (1, "ac"), (1, "cb"))
codes = ["a", "b", "c"]
three = repeated((4, "aaa"), (2, "aab"), (1, "abc"), (3, "bbb"), (2, "ccb"))
some = repeated((3, "aa.b"), (2, "bb.."), (1, "a..."), (2, "ccbc"), (1, "...."), (2, ".cb."), (1, "ab.c"))
numbers = [[{"a": 1, "b": 2, "c": 3}.get(code) for code in row] for row in some]

cases = [
    pooled("two-codes", [first, second], "same"),
    pooled("two-codes", [first, second], "own"),
    pooled("rare-and-constant", [first, rare, constant], "same"),
    pooled("missing-codes", [first, gap], "same"),
    pooled("missing-codes", [first, gap], "own"),
    pooled("one-code", [first], "same"),
    pooled("sites-of-unlike-size", [first, second[:7], gap[:10]], "own"),
    pooled("linear-weights", [scale, scale[::-1]], "same", "linear", codes),
    pooled("constant-only", [constant, constant], "same"),
    pooled("code-without-items", [first, repeated((12, "a."))], "same"),
    pairs("three-raters", three, codes),
    pairs("unequal-numbers-of-ratings", some, codes),
    pairs("unequal-numbers-of-ratings-linear", numbers, [1, 2, 3], "linear"),
    pairs("two-raters", first, ["a", "b"]),
    pairs("nothing-alike", repeated((3, "ab."), (2, "bc.")), codes),
    pairs("all-alike", repeated((3, "aa."), (2, "bbb")), codes),
    pairs("one-item", repeated((1, "aab")), codes),
    pairs("single-ratings-only", repeated((2, "a.."), (1, ".b.")), codes),
]
write("pooled", cases)
