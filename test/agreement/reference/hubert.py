"""Makes hubert.json: Hubert's kappa of published tables in exact fractions, its error by perturbing the weight of each item.

The error here does not use the formula of the library: the slope of kappa in an item's weight is the exact derivative of a rational
function, taken from kappa as a quotient of polynomials in that weight (dual numbers with fractions).
Data: Fleiss (1971), 30 patients and 6 raters as in R's irr::diagnoses; Warrens (2012), ISRN Probab. Stat. 656390, sec. 3 and 5.
"""
import json
import math
import sys
from fractions import Fraction
from itertools import combinations
from pathlib import Path


class Dual:
    """a + b e with e * e = 0: value and derivative."""

    def __init__(self, value, slope=0):
        self.value, self.slope = Fraction(value), Fraction(slope)

    def __add__(self, other):
        other = other if isinstance(other, Dual) else Dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        other = other if isinstance(other, Dual) else Dual(other)
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    def __truediv__(self, other):
        return Dual(
            self.value / other.value, (self.slope * other.value - self.value * other.slope) / other.value**2
        )

    def __sub__(self, other):
        return self + other * Dual(-1)


def kappa(rows, weights, rule):
    m, codes = len(rows[0]), sorted({code for row in rows for code in row})
    whole = sum(weights, Dual(0))
    share = [
        {c: sum((w for row, w in zip(rows, weights) if row[r] == c), Dual(0)) / whole for c in codes} for r in range(m)
    ]
    groups = [tuple(range(m))] if rule == "all" else list(combinations(range(m), 2))
    observed, expected = Dual(0), Dual(0)
    for group in groups:
        for row, w in zip(rows, weights):
            if len({row[r] for r in group}) == 1:
                observed = observed + w
        for c in codes:
            product = Dual(1)
            for r in group:
                product = product * share[r][c]
            expected = expected + product
    observed, expected = observed / (whole * len(groups)), expected / Dual(len(groups))
    return (observed - expected) / (Dual(1) - expected)


def case(name, rows, rule):
    ones = [Dual(1)] * len(rows)
    value = kappa(rows, ones, rule).value
    slopes = {}
    for index, row in enumerate(rows):
        if tuple(row) not in slopes:
            slopes[tuple(row)] = kappa(rows, [Dual(1, int(i == index)) for i in range(len(rows))], rule).slope
    squares = sum(slopes[tuple(row)] ** 2 for row in rows)
    return {"name": name, "agreement": rule, "rows": rows, "estimate": float(value), "se": math.sqrt(squares)}


def repeated(*patterns):
    return [list(codes) for count, codes in patterns for _ in range(count)]


reference = json.loads((Path(__file__).parents[3] / "data/reference/multirater_kappa.json").read_text())
fleiss = next(c for c in reference["cases"] if c["dataset"] == "irr-diagnoses-fleiss-1971")["data"]["values"]
warrens = repeated((10, "1111"), (2, "1010"), (2, "1000"), (1, "0001"), (15, "0000"))
late = repeated((6, "1111"), (5, "1010"), (4, "0000"))
early = repeated((4, "1111"), (5, "1000"), (6, "0000"))
tables = {"Fleiss 1971": fleiss, "Warrens 2012, 3": warrens, "Warrens 2012, 5a": early, "Warrens 2012, 5b": late}
cases = [case(name, rows, rule) for name, rows in tables.items() for rule in ("all", "pairs")]
json.dump({"cases": cases}, sys.stdout, indent=1)
