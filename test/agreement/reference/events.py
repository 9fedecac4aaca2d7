"""Makes data/reference/event_links.json: python3 -B events.py > ../../../data/reference/event_links.json

Links are found by trying every one-to-one set of links, with exact fractions. Chance of event kappa is fitted around the empty corner by
iterative proportional fitting with 40 digits (mpmath 1.3.0), not by its closed form.
"""
from fractions import Fraction

from case_file import EXACT, case, write
from mpmath import mp, mpf

mp.dps = 40
EVERY = "every one-to-one set of links tried"
MATCH = f"test/agreement/reference/events.py (Python fractions): {EVERY}"
KAPPA = f"test/agreement/reference/events.py (Python fractions, mpmath 40 digits): {EVERY}, chance by iterative proportional fitting"


def matchings(first, second, tolerance, joins=lambda one, other: True):
    """Every set of links between the two lists, as pairs of positions."""

    def grow(at, free):
        if at == len(first):
            yield ()
            return
        yield from grow(at + 1, free)
        for other in free:
            near = abs(exact(first[at][0]) - exact(second[other][0])) <= exact(tolerance)
            if near and joins(first[at], second[other]):
                for rest in grow(at + 1, free - {other}):
                    yield ((at, other), *rest)

    return grow(0, frozenset(range(len(second))))


def exact(number):
    return Fraction(str(number))


def best_links(first, second, tolerance):
    """Most links, then most equal codes, then least distance."""

    def worth(links):
        alike = sum(first[one][1] == second[other][1] for one, other in links)
        apart = sum((abs(exact(first[one][0]) - exact(second[other][0])) for one, other in links), Fraction(0))
        return len(links), alike, -apart

    every = list(matchings(first, second, tolerance))
    best = max(map(worth, every))
    tables = {table_of(first, second, links) for links in every if worth(links) == best}
    assert len(tables) == 1, "links that are equally good give different tables"
    return dict(tables.pop())


def table_of(first, second, links):
    cells = {}
    linked = ({one for one, _ in links}, {other for _, other in links})
    pairs = [(first[one][1], second[other][1]) for one, other in links]
    pairs += [(code, None) for place, (_, code) in enumerate(first) if place not in linked[0]]
    pairs += [(None, code) for place, (_, code) in enumerate(second) if place not in linked[1]]
    for pair in pairs:
        cells[pair] = cells.get(pair, 0) + 1
    return frozenset(cells.items())


def fitted(counts):
    """Expected counts: rows and columns of the table, the empty corner kept empty."""
    size = len(counts)
    rows = [sum(row) for row in counts]
    columns = [sum(row[column] for row in counts) for column in range(size)]
    fit = [[mpf(0 if row == column == size - 1 else 1) for column in range(size)] for row in range(size)]
    if columns[-1] == sum(rows[:-1]):  # margins leave no room but beside the corner, where the fit would only creep to
        return [[mpf(cell) for cell in row] for row in counts]
    for _ in range(20000):
        for row in range(size):
            total = sum(fit[row])
            fit[row] = [cell * rows[row] / total if total else mpf(0) for cell in fit[row]]
        worst = mpf(0)
        for column in range(size):
            total = sum(row[column] for row in fit)
            worst = max(worst, abs(total - columns[column]))
            for row in fit:
                row[column] = row[column] * columns[column] / total if total else mpf(0)
        if worst < mpf(10) ** -30:
            return fit
    raise AssertionError("the fit did not settle")


def diagonal(table):
    return sum(table[place][place] for place in range(len(table) - 1))


def closest(first, second, tolerance, joins):
    """The one set of most links that has the least distance."""

    def worth(links):
        return len(links), -sum((abs(exact(first[one][0]) - exact(second[other][0])) for one, other in links), Fraction(0))

    every = list(matchings(first, second, tolerance, joins))
    best = [links for links in every if worth(links) == max(map(worth, every))]
    assert len(best) == 1, "several sets of links are equally good"
    return list(best[0])


def paired(name, categories, session, tolerance):
    """Equal codes first; what is left is paired whatever its code."""
    first, second = session
    alike = closest(first, second, tolerance, lambda one, other: one[1] == other[1])
    taken = [{one for one, _ in alike}, {other for _, other in alike}]
    left = [[place for place in range(len(events)) if place not in own] for events, own in zip(session, taken)]
    rest = closest([first[place] for place in left[0]], [second[place] for place in left[1]], tolerance, lambda *_: True)
    pairs = sorted(alike + [(left[0][one], left[1][other]) for one, other in rest])
    expected = [{"first": one, "second": other, "closeness": abs(exact(first[one][0]) - exact(second[other][0]))} for one, other in pairs]
    data = data_of(categories, [session])
    return case("pair_events", name, MATCH, data, {"count": len(pairs), "pairs": expected}, {"tolerance": tolerance})


def data_of(categories, sessions):
    made = [{"type": "events", "coder1": one, "coder2": other} for one, other in sessions]
    if len(made) == 1:
        return {**made[0], "categories": categories}
    return {"type": "sessions", "categories": categories, "sessions": made}


def kappa(name, categories, sessions, tolerance):
    codes = [*categories, None]
    counts = [[0] * len(codes) for _ in codes]
    for first, second in sessions:
        for (one, other), count in best_links(first, second, tolerance).items():
            counts[codes.index(one)][codes.index(other)] += count
    n = sum(map(sum, counts))
    data, options = data_of(categories, sessions), {"tolerance": tolerance}
    if n == 0:
        return case("event_kappa", name, KAPPA, data, {"estimate": None, "n": 0, "why": "no-items"}, options)
    observed = Fraction(diagonal(counts), n)
    chance = diagonal(fitted(counts)) / n
    alone = [sum(row[-1] for row in counts), sum(counts[-1])]
    links = {"n": n, "table": counts, "alone": alone, "links": n - sum(alone)}
    if chance > 1 - mpf(10) ** -20:
        expected = {"estimate": None, "why": "no-variation", "po": observed, "pe": 1}
        return case("event_kappa", name, KAPPA, data, {**expected, **links}, options)
    value = (mpf(observed.numerator) / observed.denominator - chance) / (1 - chance)
    return case("event_kappa", name, KAPPA, data, {"estimate": value, "po": observed, "pe": chance, **links}, options)


def match(name, categories, sessions, tolerance):
    def most(joins):
        return sum(max(map(len, matchings(one, other, tolerance, joins))) for one, other in sessions)

    events = [sum(len(session[rater]) for session in sessions) for rater in (0, 1)]
    matches = most(lambda one, other: one[1] == other[1])
    share = {"n": sum(events), "agreement": None, "why": "no-items"}
    if sum(events) > 0:
        share = {
            "n": sum(events),
            "agreement": Fraction(2 * matches, sum(events)),
            "matches": matches,
            "precision_c2": Fraction(matches, events[1]) if events[1] else None,
            "recall_c2": Fraction(matches, events[0]) if events[0] else None,
            "matches_any_code": most(lambda one, other: True),
        }
    return case("event_match", name, MATCH, data_of(categories, sessions), share, {"tolerance": tolerance}, EXACT)


ab, abc = ["a", "b"], ["a", "b", "c"]
hand = [([[0, "a"], [10, "a"], [20, "b"], [30, "b"]], [[0, "a"], [11, "a"], [20, "b"], [40, "a"]])]
crossed = [([[0, "a"], [2, "b"]], [[1, "b"], [3, "a"]])]
trap = [([[1, "a"], [2, "a"], [9.5, "b"]], [[2, "a"], [2.9, "a"], [9, "c"]])]
limit = [([[4, "a"], [10, "b"], [20.1, "a"]], [[4.9, "a"], [11, "b"], [21, "b"]])]
busy = [
    (
        [[1, "a"], [2, "b"], [3, "c"], [8, "a"], [9, "a"], [15, "c"], [30, "b"]],
        [[1.5, "b"], [2, "a"], [3.5, "c"], [8.5, "a"], [10, "b"], [22, "c"]],
    )
]
two = [
    ([[1, "a"], [5, "b"], [58, "a"]], [[1.5, "a"], [6, "a"], [59, "a"]]),
    ([[0, "a"], [7, "b"]], [[0.5, "b"], [7, "b"], [20, "a"]]),
    ([], []),
]
border = [([[1, "a"], [60, "a"]], [[1, "b"]]), ([[30, "b"]], [[0, "a"], [30, "b"]])]
apart = [([[0, "a"], [10, "b"]], [[5, "a"], [20, "b"]])]
one_side = [([[0, "a"], [4, "b"], [9, "a"]], [])]
extra = [([[0, "a"], [4, "b"]], [[0, "a"], [4, "a"], [9, "a"], [12, "b"]])]
linked = [([[0, "a"], [4, "b"], [9, "a"]], [[0.2, "a"], [4, "b"], [9, "b"]])]
crowd = [[1, "a"], [2.1, "b"], [3, "c"], [8, "a"], [9.2, "a"], [15, "c"]], [[1.5, "b"], [1.9, "a"], [3.4, "c"], [8.5, "a"], [10, "b"]]
nearest = [([[1, "a"], [10, "b"], [20, "a"]], [[0.2, "b"], [1.5, "c"], [9.4, "a"], [10.9, "c"], [20, "a"]])]
same_time = [([[5, "a"], [5, "b"]], [[5, "b"], [5, "a"], [5, "c"]])]

lists = [
    ("worked-by-hand", ab, hand, 1),
    ("two-links-beat-an-equal-code", ab, crossed, 1),
    ("nearest-first-loses", abc, trap, 1),
    ("exactly-at-the-limit", ab, limit, 0.9),
    ("exactly-at-the-limit", ab, limit, 1),
    ("busy", abc, busy, 0.5),
    ("busy", abc, busy, 1),
    ("busy", abc, busy, 7),
    ("nearest-of-unlike-codes", abc, nearest, 1),
    ("equal-times-only", abc, same_time, 0),
    ("sessions", ab, two, 1),
    ("sessions-near-their-border", ab, border, 2),
    ("nothing-in-common", ab, apart, 1),
    ("one-rater-empty", ab, one_side, 2),
    ("second-notes-more", ab, extra, 1),
    ("all-linked", ab, linked, 0.5),
    ("all-linked-and-alike", ab, [([[1, "a"], [3, "a"]], [[1, "a"], [3, "a"]])], 0),
    ("no-events", ab, [([], [])], 1),
]
pairings = [
    ("worked-by-hand", ab, hand[0], 1),
    ("equal-codes-first", ab, crossed[0], 3),
    ("nearest-first-loses", abc, trap[0], 1),
    ("exactly-at-the-limit", ab, limit[0], 0.9),
    ("crowd", abc, crowd, 1),
    ("nearest-of-unlike-codes", abc, nearest[0], 1),
    ("nothing-in-common", ab, apart[0], 1),
    ("one-rater-empty", ab, one_side[0], 2),
]
cases = [make(*given) for make in (kappa, match) for given in lists] + [paired(*given) for given in pairings]
write("event_links", cases)
