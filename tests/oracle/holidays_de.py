"""Prints the public holidays of the sixteen Länder from PyPI's `holidays`: `YYYY-MM-DD LAND`, LAND in two letters."""

import sys

import holidays

first, last = int(sys.argv[1]), int(sys.argv[2])
for land in "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH".split():
    for day in sorted(holidays.Germany(subdiv=land, years=range(first, last + 1))):
        print(day, land)
