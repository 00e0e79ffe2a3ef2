"""Reads a calendar with khal and prints what it shows: `YYYY-MM-DDTHH:MM<TAB>title`, a day without the time when all day.

Usage: khal_dates.py FILE.ics FIRST_DAY LAST_DAY
khal keeps one event (with its overrides) a file, so the calendar is taken apart by UID first.
"""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict

import icalendar
import khal  # noqa: F401  (so that its absence is told as an ImportError)

CONFIG = """
[calendars]
[[one]]
path = {vdir}
type = calendar
[sqlite]
path = {cache}
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
[default]
show_all_days = False
"""


def main(path, first, last):
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    zones = [part for part in calendar.subcomponents if part.name == "VTIMEZONE"]
    events = defaultdict(list)
    for event in calendar.walk("VEVENT"):
        events[str(event["UID"])].append(event)
    with tempfile.TemporaryDirectory() as folder:
        vdir = os.path.join(folder, "vdir")
        os.mkdir(vdir)
        for number, (uid, parts) in enumerate(sorted(events.items())):
            item = icalendar.Calendar()
            item.add("version", "2.0")
            item.add("prodid", "test")
            for part in zones + parts:
                item.add_component(part)
            with open(os.path.join(vdir, f"{number}.ics"), "wb") as file:
                file.write(item.to_ical())
        config = os.path.join(folder, "config")
        with open(config, "w") as file:
            file.write(CONFIG.format(vdir=vdir, cache=os.path.join(folder, "cache.db")))
        shown = subprocess.run(
            [sys.executable, "-m", "khal", "-c", config, "list", "--day-format", "",
             "--format", "{start-long}\t{title}", first, last],
            capture_output=True, text=True,
            env={**os.environ, "XDG_CACHE_HOME": folder, "XDG_DATA_HOME": folder, "LC_ALL": "C.UTF-8"})
    if shown.returncode != 0:
        sys.exit(shown.stderr)
    print(shown.stdout, end="")


main(*sys.argv[1:])
