"""Makes data/reference/hubert_kappa.json: python3 -B hubert.py > ../../../data/reference/hubert_kappa.json

Hubert's kappa in exact fractions, its error by perturbing the weight of each item. The error here does not use the formula of the
library: the slope of kappa in an item's weight is the exact derivative of a rational function.
Data: Fleiss (1971), 30 patients and 6 raters as in R's irr::diagnoses; Warrens (2012), ISRN Probab. Stat. 656390, sec. 3 and 5.
"""
import json
from itertools import combinations
from pathlib import Path

from case_file import case, write
from dual import Dual, slopes
from mpmath import mp, mpf, sqrt

mp.dps = 40
SOURCE = "test/agreement/reference/hubert.py (Python fractions, mpmath 40 digits): definition; error by the derivative in each item's weight"
CLOSE = {"abs": 1e-12, "rel": 1e-12}


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
    value = None if expected.value == 1 else (observed - expected) / (Dual(1) - expected)
    return value, observed.value, expected.value


def made(name, values, rule, **further):
    rows = [row for row in values if None not in row]
    data, options = {"type": "ratings", "values": values}, {"agreement": rule}
    if "categories" in further:
        data["categories"] = further.pop("categories")
    if not rows:
        return case("hubert_kappa", name, SOURCE, data, {"estimate": None, "n": 0, "why": "no-items"}, options, CLOSE)
    value, po, pe = kappa(rows, [Dual(1)] * len(rows), rule)
    if value is None:
        expected = {"estimate": None, "n": len(rows), "po": po, "pe": pe, "why": "no-variation"}
        return case("hubert_kappa", name, SOURCE, data, expected, options, CLOSE)
    squares = sum(slope**2 for slope in slopes(lambda weights: kappa(rows, weights, rule)[0], len(rows)))
    se = sqrt(mpf(squares.numerator) / squares.denominator)
    return case("hubert_kappa", name, SOURCE, data, {"estimate": value.value, "po": po, "pe": pe, "n": len(rows), "se": se}, options, CLOSE)


def printed(name, values, rule, value):
    source = "paper: Warrens (2012), sec. 5"
    one = case("hubert_kappa", name, source, {"type": "ratings", "values": values}, {"estimate": value}, {"agreement": rule}, {"abs": 0.0006, "rel": 0})
    return {**one, "id": one["id"] + "/paper", "paper": "Warrens (2012)"}


def repeated(*patterns):
    return [list(codes) for count, codes in patterns for _ in range(count)]


reference = json.loads((Path(__file__).parents[3] / "data/reference/multirater_kappa.json").read_text())
fleiss = next(c for c in reference["cases"] if c["dataset"] == "irr-diagnoses-fleiss-1971")["data"]["values"]
early = repeated((4, "1111"), (5, "1000"), (6, "0000"))
late = repeated((6, "1111"), (5, "1010"), (4, "0000"))
gaps = [["a", "a", "a"], ["b", "b", None], ["b", "a", "b"], ["b", "b", "b"], [None, None, None], ["c", "c", "a"], ["a", "a", "a"]]
tables = {
    "irr-diagnoses-fleiss-1971": fleiss,
    "warrens-2012-3": repeated((10, "1111"), (2, "1010"), (2, "1000"), (1, "0001"), (15, "0000")),
    "warrens-2012-5a": early,
    "warrens-2012-5b": late,
    "two-raters": repeated((7, "aa"), (2, "ab"), (1, "ca"), (5, "bb"), (3, "cc"), (2, "cb")),
    "missing-codes": gaps,
    "never-all-alike": repeated((3, "aab"), (2, "bca"), (2, "cbb"), (1, "abc")),
    "one-code-only": repeated((4, "aaa")),
    "no-complete-item": [["a", None, "a"], [None, "b", "b"]],
}
cases = [made(name, rows, rule) for name, rows in tables.items() for rule in ("all", "pairs")]
cases += [printed("warrens-2012-5b", late, "all", 0.625), printed("warrens-2012-5b", late, "pairs", 0.564)]
cases += [printed("warrens-2012-5a", early, "all", 0.599), printed("warrens-2012-5a", early, "pairs", 0.645)]
write("hubert_kappa", cases)
