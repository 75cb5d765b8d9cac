#!/usr/bin/env python3
"""Write random working-day calendars and queries with the answers of numpy.

    working_days.py --cases 3000 --seed 1 > working_days.txt
    working_days.py --cases 3000 --seed 1 --self-check

The output has one record a line, fields separated by '|'; a line starting
with '#' is a comment. A calendar stands before the queries that use it.

    calendar|ID|FIRST|LAST|WEEKMASK|HOLIDAYS   mask: 7 of 0/1, Monday first;
                                              holidays: comma list or empty
    after|ID|DATE|N|EXPECTED       N-th working day strictly after DATE;
                                   N = 0 only on working days: DATE itself
    before|ID|DATE|N|EXPECTED      N-th working day strictly before DATE
    between|ID|A|B|EXPECTED        working days d with A < d <= B; if B < A,
                                   minus the number with B < d <= A
    is|ID|DATE|EXPECTED            true or false
    following|ID|DATE|EXPECTED     DATE if it is a working day, else the next
    preceding|ID|DATE|EXPECTED     DATE if it is a working day, else the last
    modified|ID|DATE|EXPECTED      following, but preceding if following is
                                   in another month

Nothing is known about days outside FIRST..LAST (both included). EXPECTED is
the word `unknown` where the answer would need such a day:
  * after, before: the answer itself is outside, or some day passed over is;
  * between: some counted day d is outside;
  * is, following, preceding, modified: DATE is outside, or a day that has to
    be looked at is. `modified` is unknown as soon as `following` is, even
    when LAST is the end of a month.
Queries where one could argue about this are left out: a start of `after` or
`between` on the day just before FIRST (all the days asked for are known but
the start is not), a start of `before` just after LAST, N = 0 outside of the
range, and `between` from a day outside of the range to the same day.

The answers come from numpy, which takes the days outside of the range for
ordinary days of the week mask. That does no harm: an answer of numpy inside
the range only ever depends on days in the range, and an answer outside of it
is turned into `unknown`.
"""

import argparse
import datetime
import random
import sys

EPOCH = datetime.date(1970, 1, 1)
LOWEST = datetime.date(1990, 1, 1)
HIGHEST = datetime.date(2040, 12, 31)
ONE = datetime.timedelta(days=1)
UNKNOWN = "unknown"
QUERIES_PER_CALENDAR = 50
SELF_CHECK_ROWS = 2000

# How often each kind of query is asked.
KINDS = {
    "after": 24,
    "before": 20,
    "between": 20,
    "is": 9,
    "following": 8,
    "preceding": 8,
    "modified": 11,
}


# --- random calendars and queries ------------------------------------------


class Calendar:
    def __init__(self, name, first, last, mask, holidays):
        self.name, self.first, self.last = name, first, last
        self.mask, self.holidays = mask, holidays

    def line(self):
        days = ",".join(d.isoformat() for d in self.holidays)
        return f"calendar|{self.name}|{self.first}|{self.last}|{self.mask}|{days}"


def mask_order(rng):
    """All 127 week masks in random order, with 1, 2, .. 7 working days in the
    first seven, so that a small file has each number of them too."""
    masks = [f"{bits:07b}" for bits in range(1, 128)]
    rng.shuffle(masks)
    head = [next(m for m in masks if m.count("1") == n) for n in range(1, 8)]
    return head + [m for m in masks if m not in head]


def random_calendar(rng, name, mask):
    # Known range: short ones as often as long ones; one in four starts or
    # ends at the edge of a month.
    days = int(round(30 * (12 * 365.25 / 30) ** rng.random()))
    room = (HIGHEST - LOWEST).days - days
    first = LOWEST + rng.randrange(room) * ONE
    last = first + days * ONE
    if rng.random() < 0.25 and days > 70:
        first = (first.replace(day=1) + 32 * ONE).replace(day=1)
        last = last.replace(day=1) - ONE
    length = (last - first).days + 1

    # Holidays: single days of any weekday, then runs of 3 to 60 days.
    wanted = rng.choice([0, rng.randint(1, 20), rng.randint(1, 120), rng.randint(100, 300)])
    wanted = min(wanted, length * 3 // 4)
    in_runs = int(wanted * rng.choice([0, 0.3, 0.6, 1.0]))
    chosen = set()
    while len(chosen) < in_runs:
        start = rng.randrange(length)
        for day in range(start, min(length, start + rng.randint(3, 60))):
            if len(chosen) < in_runs:
                chosen.add(day)
    while len(chosen) < wanted:
        chosen.add(rng.randrange(length))
    return Calendar(name, first, last, mask, [first + day * ONE for day in sorted(chosen)])


def random_date(rng, cal, month_edges=False):
    """A date, mostly inside of the range of the calendar."""
    length = (cal.last - cal.first).days + 1
    dice = rng.random()
    if dice < 0.04:  # outside
        step = int(400 ** rng.random())
        return cal.first - step * ONE if rng.random() < 0.5 else cal.last + step * ONE
    if dice < 0.14:  # at the edges
        step = min(rng.randint(0, 6), length - 1) * ONE
        return cal.first + step if rng.random() < 0.5 else cal.last - step
    if dice < 0.40 and cal.holidays:  # on or next to a holiday
        date = rng.choice(cal.holidays) + rng.randint(-1, 1) * ONE
        return min(max(date, cal.first), cal.last)
    date = cal.first + rng.randrange(length) * ONE
    if month_edges and rng.random() < 0.7:  # the last five days of a month
        end = (date.replace(day=1) + 32 * ONE).replace(day=1) - ONE
        date = end - rng.randint(0, 4) * ONE
        date = min(max(date, cal.first), cal.last)
    return date


def random_query(rng, cal):
    """A tuple (kind, arguments..), without the answer."""
    kind = rng.choices(list(KINDS), weights=list(KINDS.values()))[0]
    date = random_date(rng, cal, month_edges=kind == "modified")
    if kind in ("after", "before"):
        count = rng.choice([rng.randint(0, 5), rng.randint(1, 30), rng.randint(1, 400)])
        return kind, date, count
    if kind == "between":
        if rng.random() < 0.3:  # close together, or the same day
            return kind, date, date + rng.randint(-15, 15) * ONE
        return kind, date, random_date(rng, cal)
    return kind, date


def arguable(cal, query):
    """Queries left out, see the top of the file. N = 0 on a day of rest inside
    of the range is left out by `Numpy.answer`."""
    kind, date = query[:2]
    inside = cal.first <= date <= cal.last
    if kind in ("after", "before") and query[2] == 0 and not inside:
        return True
    if kind == "after":
        return date == cal.first - ONE
    if kind == "before":
        return date == cal.last + ONE
    if kind == "between":
        low, high = sorted(query[1:])
        return low == cal.first - ONE or (low == high and not inside)
    return False


# --- the answers of numpy ---------------------------------------------------


class Numpy:
    """Answers for one calendar; None means: leave the query out."""

    def __init__(self, np, cal):
        self.np, self.cal = np, cal
        self.days = np.busdaycalendar(
            weekmask=cal.mask,
            holidays=np.array([d.isoformat() for d in cal.holidays], dtype="datetime64[D]"),
        )

    def offset(self, date, count, roll):
        day = self.np.busday_offset(
            self.np.datetime64(date.isoformat(), "D"), count, roll=roll, busdaycal=self.days
        )
        return EPOCH + int(day.astype("int64")) * ONE

    def known(self, *dates):
        return all(self.cal.first <= d <= self.cal.last for d in dates)

    def is_working(self, date):
        return bool(self.np.is_busday(self.np.datetime64(date.isoformat(), "D"), busdaycal=self.days))

    def answer(self, query):
        kind, date = query[:2]
        if kind in ("after", "before"):
            count = query[2]
            if count == 0 and not self.is_working(date):
                return None
            # busday_offset first rolls a day of rest to a working day, then
            # moves. Rolled against the direction of the move, the working
            # day reached with `count` >= 1 is the count-th one strictly
            # after (before) the date, on working days and days of rest alike.
            if kind == "after":
                found = self.offset(date, count, "backward")
            else:
                found = self.offset(date, -count, "forward")
            return found.isoformat() if self.known(date, found) else UNKNOWN
        if kind == "between":
            low, high = sorted(query[1:])
            if not self.known(low, high):
                return UNKNOWN
            # busday_count counts low <= d < high, so both ends move by one;
            # it is never asked backwards, the sign is set here.
            count = int(
                self.np.busday_count(
                    self.np.datetime64((low + ONE).isoformat(), "D"),
                    self.np.datetime64((high + ONE).isoformat(), "D"),
                    busdaycal=self.days,
                )
            )
            return str(count if date == low else -count)
        if not self.known(date):
            return UNKNOWN
        if kind == "is":
            return "true" if self.is_working(date) else "false"
        following = self.offset(date, 0, "following")
        preceding = self.offset(date, 0, "preceding")
        if kind == "following":
            found = following
        elif kind == "preceding":
            found = preceding
        else:
            found = self.offset(date, 0, "modifiedfollowing")
            # numpy compares the number of the month only, so a following day
            # one or more years later may pass for the same month.
            if following.year != date.year and following.month == date.month:
                found = preceding
            if not self.known(following):
                return UNKNOWN
        return found.isoformat() if self.known(found) else UNKNOWN


# --- the same answers from plain loops, reading the written lines -----------


class Naive:
    """Looks at one day after the other and refuses days outside FIRST..LAST."""

    class Outside(Exception):
        pass

    def __init__(self, line):
        _, self.name, first, last, self.mask, holidays = line.split("|")
        self.first = datetime.date.fromisoformat(first)
        self.last = datetime.date.fromisoformat(last)
        self.holidays = {datetime.date.fromisoformat(d) for d in holidays.split(",") if d}

    def works(self, date):
        if date < self.first or date > self.last:
            raise Naive.Outside
        return self.mask[date.weekday()] == "1" and date not in self.holidays

    def walk(self, date, step, count):
        while count > 0:
            date += step
            if self.works(date):
                count -= 1
        return date

    def roll(self, date, step):
        while not self.works(date):
            date += step
        return date

    def count(self, low, high):
        total = 0
        while low < high:
            low += ONE
            if self.works(low):
                total += 1
        return total

    def answer(self, fields):
        kind = fields[0]
        date = datetime.date.fromisoformat(fields[2])
        try:
            if kind in ("after", "before"):
                if int(fields[3]) == 0 and not self.works(date):
                    return "no query"
                found = self.walk(date, ONE if kind == "after" else -ONE, int(fields[3]))
            elif kind == "between":
                other = datetime.date.fromisoformat(fields[3])
                if other >= date:
                    return str(self.count(date, other))
                return str(-self.count(other, date))
            elif kind == "is":
                return "true" if self.works(date) else "false"
            elif kind == "following":
                found = self.roll(date, ONE)
            elif kind == "preceding":
                found = self.roll(date, -ONE)
            elif kind == "modified":
                found = self.roll(date, ONE)
                if (found.year, found.month) != (date.year, date.month):
                    found = self.roll(date, -ONE)
            else:
                raise ValueError(kind)
        except Naive.Outside:
            return UNKNOWN
        return found.isoformat()


def self_check(lines, rows):
    """Compare `rows` query lines, evenly spread; the number of differences."""
    calendars, queries = {}, []
    for line in lines:
        if line.startswith("calendar|"):
            naive = Naive(line)
            calendars[naive.name] = naive
        elif not line.startswith("#"):
            queries.append(line)
    rows = min(rows, len(queries))
    wrong = 0
    for index in range(rows):
        line = queries[index * len(queries) // rows]
        fields = line.split("|")
        expected = calendars[fields[1]].answer(fields)
        if fields[-1] != expected:
            wrong += 1
            print(f"differs: {line}: plain loop says {expected}", file=sys.stderr)
    print(f"{rows} of {len(queries)} rows compared, {wrong} differ", file=sys.stderr)
    return wrong


# --- command line -----------------------------------------------------------


def generate(np, cases, seed):
    rng = random.Random(seed)
    masks = mask_order(rng)
    yield (
        f"# Working days as numpy {np.__version__} counts them; made by "
        f"working_days.py --cases {cases} --seed {seed} (which explains the format)."
    )
    made, number = 0, 0
    while made < cases:
        # The usual Monday to Friday for one calendar in eight.
        mask = "1111100" if number % 8 == 7 else masks[number % len(masks)]
        number += 1
        cal = random_calendar(rng, f"c{number}", mask)
        numpy_calendar = Numpy(np, cal)
        yield cal.line()
        here = 0
        while here < QUERIES_PER_CALENDAR and made < cases:
            query = random_query(rng, cal)
            if arguable(cal, query):
                continue
            answer = numpy_calendar.answer(query)
            if answer is None:
                continue
            kind, *arguments = query
            # Not too many walks out of the range: one in four is kept.
            if kind in ("after", "before") and answer == UNKNOWN and rng.random() >= 0.25:
                continue
            yield "|".join([kind, cal.name, *map(str, arguments), answer])
            here += 1
            made += 1


def main():
    parser = argparse.ArgumentParser(
        description="Random working-day queries with the answers of numpy (format: see the top of this file)."
    )
    parser.add_argument("--cases", type=int, default=3000, metavar="N", help="number of queries (3000)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="seed of the random numbers (1)")
    parser.add_argument(
        "--self-check",
        type=int,
        nargs="?",
        const=SELF_CHECK_ROWS,
        metavar="ROWS",
        help=f"write nothing, but compare ROWS ({SELF_CHECK_ROWS}) of the queries with plain loops",
    )
    args = parser.parse_args()
    import numpy as np

    lines = generate(np, args.cases, args.seed)
    if args.self_check is not None:
        return 1 if self_check(lines, args.self_check) else 0
    for line in lines:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
