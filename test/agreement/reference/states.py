"""Makes data/reference/states.json: python3 -B states.py > ../../../data/reference/states.json

Exact fractions throughout. Duration kappa: time is cut at every begin and end of both raters, and each piece asked for its two states.
Time-unit kappa: each time unit asks all units of the other rater, one by one, whether its middle is within the tolerance.
"""
from fractions import Fraction

from case_file import case, write

WHERE = "test/agreement/reference/states.py (Python fractions)"
DURATION = f"{WHERE}: Cohen's kappa over the pieces between all begins and ends"
TIME_UNIT = f"{WHERE}: Cohen's kappa of the states at the middle of each step, every pair of middles compared with the tolerance"


def exact(number):
    return Fraction(str(number))


def state(units, rater, time):
    found = [code for who, start, length, code in units if who == rater and exact(start) <= time < exact(start) + exact(length)]
    assert len(found) <= 1, "states overlap"
    return found[0] if found else None


def kappa(pairs):
    """Kappa of weighted pairs of states; the value is None if there is one state only."""
    whole = sum(weight for _, _, weight in pairs)
    codes = {code for one, other, _ in pairs for code in (one, other)}
    observed = sum(weight for one, other, weight in pairs if one == other) / Fraction(whole)
    share = [{code: sum(pair[2] for pair in pairs if pair[rater] == code) / Fraction(whole) for code in codes} for rater in (0, 1)]
    expected = sum((share[0][code] * share[1][code] for code in codes), Fraction(0))
    return (observed - expected) / (1 - expected) if len(codes) > 1 else None, observed, expected


def data_of(sessions):
    made = [
        {
            "type": "units",
            "raters": 2,
            "begin": begin,
            "length": length,
            "units": [{"rater": r, "start": s, "length": d, "category": c} for r, s, d, c in units],
        }
        for begin, length, units in sessions
    ]
    categories = ["a", "b", "c"]
    if len(made) == 1:
        return {**made[0], "categories": categories}
    return {"type": "sessions", "categories": categories, "sessions": made}


def duration(name, sessions):
    pieces = []
    for begin, length, units in sessions:
        edges = {exact(begin), exact(begin) + exact(length)}
        edges |= {edge for _, start, own, _ in units for edge in (exact(start), exact(start) + exact(own))}
        places = sorted(edges)
        for start, end in zip(places, places[1:]):
            middle = (start + end) / 2
            pieces.append((state(units, 0, middle), state(units, 1, middle), end - start))
    value, observed, expected = kappa(pieces)
    undefined = {} if value is not None else {"why": "no-variation"}
    return case("duration_kappa", name, DURATION, data_of(sessions), {"estimate": value, "po": observed, "pe": expected, **undefined})


def time_unit(name, sessions, step, tolerance=0):
    options = {"step": step, "tolerance": tolerance}
    ways, n = ([], []), 0
    for begin, length, units in sessions:
        count = int(exact(length) // exact(step))
        n += count
        middles = [exact(begin) + exact(step) * (2 * place + 1) / 2 for place in range(count)]
        for way, (one, other) in enumerate(((0, 1), (1, 0))):
            seen = [state(units, other, time) for time in middles]
            for place, time in enumerate(middles):
                own = state(units, one, time)
                near = {code for moment, code in zip(middles, seen) if abs(moment - time) <= exact(tolerance)}
                ways[way].append((own, own if own in near else seen[place], 1))
    if n == 0:
        expected = {"estimate": None, "n": 0, "why": "no-items"}
        return case("time_unit_kappa", name, TIME_UNIT, data_of(sessions), expected, options)
    found = [kappa(way) for way in ways]
    po, pe = sum(way[1] for way in found) / 2, sum(way[2] for way in found) / 2
    each = [{"estimate": way[0], "observed": way[1], "expected": way[2]} for way in found]
    expected = {"estimate": None, "n": n, "po": po, "pe": pe, "why": "no-variation"}
    if None not in (found[0][0], found[1][0]):
        expected = {"estimate": (found[0][0] + found[1][0]) / 2, "n": n, "po": po, "pe": pe, "ways": each}
    return case("time_unit_kappa", name, TIME_UNIT, data_of(sessions), expected, options)


A, B = 0, 1
text = (0, 60, [(A, 2, 8, "a"), (A, 15, 10, "b"), (A, 40, 10, "a"), (B, 3, 7, "a"), (B, 14, 12, "b"), (B, 41, 6, "b")])
tight = (10, 24, [(A, 10, 9, "a"), (A, 19, 6, "b"), (A, 25, 9, "c"), (B, 10, 7, "a"), (B, 17, 10, "c"), (B, 27, 7, "b")])
decimal = (0.3, 4.2, [(A, 0.3, 1.1, "a"), (A, 1.4, 0.7, "b"), (A, 2.9, 1.6, "a"), (B, 0.5, 1.2, "a"), (B, 1.7, 0.4, "b"), (B, 3.3, 0.9, "c")])
late = (0, 30, [(A, 4, 10, "a"), (A, 20, 6, "b"), (B, 6, 10, "a"), (B, 22, 6, "b")])
blink = (0, 12, [(A, 3, 1, "a"), (B, 3, 7, "a")])
within = (0, 10, [(A, 0, 10, "a"), (B, 0, 4, "a"), (B, 4, 1, "b"), (B, 5, 5, "a")])
second = (0, 25, [(A, 0, 6, "b"), (A, 11, 9, "a"), (B, 0, 4, "a"), (B, 12, 13, "a")])
edge_one = (0, 10, [(A, 6, 4, "a"), (B, 2, 3, "b")])
edge_two = (0, 10, [(A, 5, 3, "b"), (B, 0, 3, "a")])
one_empty = (0, 20, [(A, 2, 5, "a"), (A, 9, 4, "b")])
opposite = (0, 10, [(A, 0, 5, "a"), (A, 5, 5, "b"), (B, 0, 5, "b"), (B, 5, 5, "a")])
both_whole = (0, 10, [(A, 0, 10, "a"), (B, 0, 10, "a")])
unlike_whole = (0, 10, [(A, 0, 10, "a"), (B, 0, 10, "b")])
same = (0, 20, [(A, 2, 5, "a"), (A, 9, 4, "b"), (B, 2, 5, "a"), (B, 9, 4, "b")])
nobody = (0, 20, [])

cases = [
    duration("gaps", [text]),
    duration("without-gaps", [tight]),
    duration("decimal-times", [decimal]),
    duration("sessions", [text, second, nobody]),
    duration("one-rater-empty", [one_empty]),
    duration("opposite-states", [opposite]),
    duration("unlike-throughout", [unlike_whole]),
    duration("same-throughout", [both_whole]),
    duration("same-units", [same]),
    duration("nobody", [nobody]),
    time_unit("gaps", [text], 1),
    time_unit("gaps", [text], 1, 2),
    time_unit("gaps", [text], 7, 7),
    time_unit("gaps", [text], 2.5, 4.9),
    time_unit("without-gaps", [tight], 2, 2),
    time_unit("decimal-times", [decimal], 0.1),
    time_unit("decimal-times", [decimal], 0.1, 0.3),
    time_unit("delay-exactly-the-tolerance", [late], 1, 2),
    time_unit("delay-beyond-the-tolerance", [late], 1, 1),
    time_unit("ways-differ", [blink], 1, 3),
    time_unit("sessions", [text, second, nobody], 1, 2),
    time_unit("sessions-near-their-border", [edge_one, edge_two], 1, 4),
    time_unit("one-rater-empty", [one_empty], 1, 1),
    time_unit("opposite-states", [opposite], 1),
    time_unit("opposite-states", [opposite], 1, 1),
    time_unit("same-throughout", [both_whole], 1),
    time_unit("unlike-throughout", [unlike_whole], 1, 3),
    time_unit("one-way-sees-one-state", [within], 1, 1),
    time_unit("nobody", [nobody], 1, 1),
    time_unit("step-longer-than-all", [same], 30),
]
write("states", cases)
