#!/usr/bin/env python3
"""Write public holidays with their observed days as the package holidays has them.

    pip install holidays==0.109 && python3 public_holidays.py > public_holidays.txt

One record a line, fields separated by '|': LIST|DATE|NAME. The lists are `us`, the federal holidays of the
United States, and `gb`, the bank holidays of England, both from 2018 to 2030.
"""

import holidays

YEARS = range(2018, 2031)
LISTS = [("us", holidays.US(years=YEARS)), ("gb", holidays.GB(subdiv="ENG", years=YEARS))]

for code, days in LISTS:
    for date, names in sorted(days.items()):
        # Two holidays on one date are one entry of the package.
        for name in names.split("; "):
            print(f"{code}|{date}|{name}")
