"""Reads a calendar with python's icalendar and prints how much of what is in it, one `NAME COUNT` a line."""

import sys

import icalendar


def dates(event, name):
    found = event.get(name, [])
    return sum(len(one.dts) for one in (found if isinstance(found, list) else [found]))


with open(sys.argv[1], "rb") as file:
    events = icalendar.Calendar.from_ical(file.read()).walk("VEVENT")
print("events", len(events))
print("rules", sum("RRULE" in event for event in events))
print("skipped", sum(dates(event, "EXDATE") for event in events))
print("extra", sum(dates(event, "RDATE") for event in events))
print("overrides", sum("RECURRENCE-ID" in event for event in events))
print("people", sum("ATTENDEE" in event for event in events))
