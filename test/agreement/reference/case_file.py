"""Writes reference cases in the format of data/reference, one case a line. Used by the scripts beside it; run by hand."""
import json
from fractions import Fraction

EXACT = {"abs": 1e-09, "rel": 1e-09}


def plain(value):
    """Fractions and mpmath numbers as the nearest double; exact whole numbers stay whole."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int) or (isinstance(value, Fraction) and value.denominator == 1):
        return int(value)
    return float(value)


def case(measure, name, source, data, expected, options=None, tolerance=EXACT, **further):
    options = options or {}
    label = ",".join(f"{key}={value}" for key, value in options.items())
    return {
        "id": "/".join(part for part in (measure, name, label) if part),
        "dataset": name,
        "measure": measure,
        "options": plain(options),
        "source": source,
        "data": plain(data),
        **further,
        "expected": plain(expected),
        "tolerance": tolerance,
    }


def write(file, cases):
    names = [one["id"] for one in cases]
    assert len(set(names)) == len(names), "two cases have one id"
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in cases)
    print(f'{{"format":1,"file":"{file}","cases":[\n{lines}\n]}}')
