"""Counts the guiding questions of a landscape from its JSON alone, written from the description in docs/guide.md.

Usage: guide_matrix.py STORE YYYY-MM-DD   → lines "network key status proven" on standard output.
"""

import json
import sys

LEADING = {"coordination", "chair", "office", "deputy_chair", "moderation", "convenor"}
KEYS = ("members character decisions coordination activity rhythm between_meetings term digital embedding "
        "planning_ties goals common_ground works_well").split()
FIELD = {"members": "members", "character": "character", "decisions": "decision_power", "activity": "activity",
         "digital": "channels", "embedding": "embedding", "goals": "goals", "common_ground": "common_ground"}


def within(seat, day):
    start, end = seat.get("from", ""), seat.get("until", "")
    return (not start or day[:len(start)] >= start) and (not end or day[:len(end)] <= end)


def held(body, key, rhythms, actors, day):
    if key == "decisions" and body.get("decision_power") == "none":
        return "does_not_exist"
    if key in FIELD:
        return "answered" if body.get(FIELD[key]) not in (None, "", []) else "open"
    if key == "coordination":
        seats = [seat for seat in body.get("members", []) if within(seat, day)]
        return "answered" if any(LEADING & set(seat.get("roles", [])) for seat in seats) else "open"
    if key == "rhythm":
        rules = [rhythm.get("rule", "") for rhythm in rhythms if rhythm["network"] == body["id"]]
        real = [rule for rule in rules if rule not in ("unknown", "none_yet")]
        return "answered" if real else "does_not_exist" if "none_yet" in rules else "open"
    if key == "between_meetings":
        done = body.get("between_meetings", [])
        if done == ["nothing"]:
            return "does_not_exist"
        return "answered" if done or body.get("between_notes") else "open"
    if key == "term":
        return "answered" if body.get("term", "unknown") != "unknown" or body.get("until") else "open"
    if key == "planning_ties":
        return "answered" if any(tie.get("to") in actors for tie in body.get("embedding", [])) else "open"
    return None


def main(path, day):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    actors = {actor["id"] for actor in data["actors"]}
    for body in data["networks"]:
        mine = {body["id"], *body.get("formerly", [])}
        mine |= {part["id"] for part in body.get("members", []) + body.get("embedding", [])}
        said = [one for source in data["evidence"] for one in source.get("statements", []) if mine & set(one["about"])]
        decided = {one["key"]: one for one in body.get("questions", [])}
        for key in KEYS:
            proven = any(one.get("question") == key or key in one.get("ratings", {}) for one in said)
            status = held(body, key, data["rhythms"], actors, day)
            if status is None:
                status = "answered" if proven else "open"
            elif status == "open" and proven:
                status = "partly"
            hand = decided.get(key, {})
            if hand.get("status"):
                status = hand["status"]
            elif hand.get("ask") and status not in ("answered", "does_not_exist"):
                status = "planned"
            print(body["id"], key, status, "yes" if proven else "no")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
