"""Random recurrence rules and what python-dateutil makes of them.

usage: dateutil_vectors.py SEED COUNT | --time

One line a rule on standard output: rule TAB start TAB dates (space between): at most 60, up to the end of the sixth
year after the start. With --time (for the benchmark): reads such lines, expands each to the end of the year after its start, prints the seconds
this took and the number of dates.

Left out, because dateutil is known to differ from RFC 5545 there:
* BYSETPOS with WEEKLY where the start is not the first day of its week (dateutil cuts the first week off at the start);
* weekdays with and without ordinal in one BYDAY (dateutil takes the days that are both, the RFC those that are either);
* UNTIL with a date only (dateutil reads midnight, the RFC means the whole day);
* BYSETPOS alone, BYMONTHDAY with WEEKLY (the RFC forbids both, we refuse them).
"""

import datetime
import itertools
import random
import sys
import time

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def some(rng, values, most):
    return sorted(rng.sample(values, rng.randint(1, min(most, len(values)))))


def numbers(rng, most, longest):
    signed = [n for n in range(-most, most + 1) if n]
    return rng.sample(signed, rng.randint(1, longest))


def text(values):
    return ",".join(str(v) for v in values)


def weekdays(rng, most):
    return [DAYS[i] for i in some(rng, range(7), most)]


def ordinals(rng, most, longest):
    return list(dict.fromkeys(f"{n}{rng.choice(DAYS)}" for n in numbers(rng, most, longest)))


def month_days(rng):
    days = numbers(rng, 28, 4)
    if rng.random() < 0.3:
        days.append(rng.choice([29, 30, 31, -29, -30, -31]))
    return list(dict.fromkeys(days))


def random_rule(rng):
    freq = rng.choice(["DAILY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"])
    interval = rng.choice([1, 1, 1, 2, 3, 4, 5, 6, 11, 13])
    start = datetime.date(rng.randint(1990, 2030), 1, 1) + datetime.timedelta(days=rng.randint(0, 364))
    parts, by, wkst = [f"FREQ={freq}"], {}, "MO"
    if rng.random() < 0.3:
        by["BYMONTH"] = some(rng, range(1, 13), 4)
        if freq == "MONTHLY":
            interval = rng.choice([1, 1, 5])
    if freq == "DAILY":
        if rng.random() < 0.3:
            by["BYMONTHDAY"] = month_days(rng)
        if rng.random() < 0.4:
            by["BYDAY"] = weekdays(rng, 5)
    elif freq == "WEEKLY":
        if rng.random() < 0.8:
            by["BYDAY"] = weekdays(rng, 7)
        wkst = rng.choice(DAYS)
    else:
        shape = rng.random()
        if shape < 0.3:
            by["BYMONTHDAY"] = month_days(rng)
        elif shape < 0.5:
            by["BYDAY"] = weekdays(rng, 5)
        elif shape < 0.85:
            most = 5 if freq == "MONTHLY" or "BYMONTH" in by else 53
            by["BYDAY"] = ordinals(rng, most, 3)
        elif shape < 0.92:
            by["BYMONTHDAY"] = month_days(rng)
            by["BYDAY"] = weekdays(rng, 4)
    if by and rng.random() < 0.25:
        by["BYSETPOS"] = numbers(rng, 3, 2)
        if freq == "WEEKLY":
            start -= datetime.timedelta(days=(start.weekday() - DAYS.index(wkst)) % 7)
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    end = rng.random()
    if end < 0.25:
        parts.append(f"COUNT={rng.randint(1, 40)}")
    elif end < 0.45:
        last = start + datetime.timedelta(days=rng.randint(0, 1500))
        parts.append(f"UNTIL={last:%Y%m%d}T{rng.choice(['000000', '135959', '140000', '235959'])}")
    parts += [f"{name}={text(values)}" for name, values in by.items()]
    if wkst != "MO":
        parts.append(f"WKST={wkst}")
    rng.shuffle(parts)
    return ";".join(parts), start


def expand(rule, start, years, most=60):
    """The dates of the window: from the start to the end of the year, `years` years later."""
    begin = datetime.datetime(start.year, start.month, start.day, 14, 0)
    # where dateutil gives up looking; without this a rule that never holds sends it to the year 9999
    datetime.MAXYEAR = start.year + years
    dates = itertools.islice(iter(rrulestr(rule, dtstart=begin)), most)
    return [d for d in dates if d.year <= start.year + years]


def main():
    if "--time" in sys.argv:
        rules = [line.rstrip("\n").split("\t")[:2] for line in sys.stdin]
        rules = [(rule, datetime.date.fromisoformat(start)) for rule, start in rules]
        begin = time.perf_counter()
        total = sum(len(expand(rule, start, 1, 5000)) for rule, start in rules)
        print(time.perf_counter() - begin, total)
        return
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    lines = []
    for _ in range(count):
        rule, start = random_rule(rng)
        dates = " ".join(d.date().isoformat() for d in expand(rule, start, 6))
        lines.append(f"{rule}\t{start}\t{dates}")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
