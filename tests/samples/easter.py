#!/usr/bin/env python3
"""Write the Easter Sundays of the years 1583 to 9999 as the package python-dateutil has them.

    pip install python-dateutil==2.9.0.post0 && python3 easter.py > easter.txt

One record a line, fields separated by '|': LIST|YEAR|DAYS. The lists are `western`, by the Gregorian calendar, and
`julian`, the Orthodox Easter as a date of the Julian calendar. YEAR is the year of the first character of DAYS, and each
character after it is the next year: `0` for 22 March, `9` for 31 March, `a` for 1 April, to `y` for 25 April.

`--self-check` compares each day with two other algorithms: by the epacts of Clavius, as in Knuth, The Art of Computer
Programming, 1.3.2, exercise 14; and by the rules of Meeus, Astronomical Algorithms, chapter 8.
"""

import datetime
import sys

from dateutil.easter import EASTER_JULIAN, EASTER_WESTERN, easter

DAYS = "0123456789abcdefghijklmnopqrstuvwxy"


def clavius(year):
    """The days after 22 March, by the golden number and the epact."""
    golden = year % 19 + 1
    century = year // 100 + 1
    leap_years_left_out = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - leap_years_left_out - 10
    epact = (11 * golden + 20 + moon - leap_years_left_out) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon = 44 - epact
    if full_moon < 21:
        full_moon += 30
    return full_moon + 7 - (sunday + full_moon) % 7 - 22


def meeus_western(year):
    """The days after 22 March in the Gregorian calendar."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), (i, k) = divmod(b, 4), divmod(c, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    l = (32 + 2 * e + 2 * i - h - k) % 7
    return h + l - 7 * ((a + 11 * h + 22 * l) // 451)


def meeus_julian(year):
    """The days after 22 March in the Julian calendar."""
    d = (19 * (year % 19) + 15) % 30
    return d + (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7


CHECKS = {"western": [clavius, meeus_western], "julian": [meeus_julian]}
checked = 0
for name, method in [("western", EASTER_WESTERN), ("julian", EASTER_JULIAN)]:
    for first in [1583, *range(1600, 10000, 100)]:
        days = ""
        for year in range(first, first // 100 * 100 + 100):
            day = (easter(year, method) - datetime.date(year, 3, 22)).days
            days += DAYS[day]
            if "--self-check" in sys.argv:
                assert all(check(year) == day for check in CHECKS[name]), (name, year)
                checked += 1
        if not checked:
            print(f"{name}|{first}|{days}")
if checked:
    print(f"{checked} days are the same")
