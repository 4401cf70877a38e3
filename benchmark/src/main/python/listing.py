"""Lists the sync points of a directory as sync-diag list --json does: what a script would do.

    listing.py DIRECTORY
"""

import json
import os
import sys


def fold(name, path):
    """The newest generation of a journal, from all its records."""
    point = None
    with open(path, "rb") as journal:
        for line in journal:
            if not line.strip():
                continue
            record = json.loads(line)
            kind = record["kind"]
            if kind in ("declare", "arrive") and (
                point is None or point["generation"] < record["generation"]
            ):
                view = record.get("view", record)
                point = {
                    "id": name,
                    "run": None,
                    "state": "READY",
                    "outcome": None,
                    "generation": record["generation"],
                    "required": sorted(view["required"]),
                    "arrived": [],
                    "missing": sorted(view["required"]),
                    "excused": [],
                    "startedAt": None,
                    "endedAt": None,
                    "deadline": None,
                    "timeoutSeconds": view["timeoutMillis"] / 1000,
                    "reason": None,
                }
            if kind == "arrive" and point["state"] in ("READY", "SYNCING"):
                agent = record["agent"]
                point["startedAt"] = point["startedAt"] or record["at"]
                if agent in point["missing"]:
                    point["missing"].remove(agent)
                    point["arrived"].append(agent)
                point["state"] = "SYNCING"
            if kind == "ended":
                point["outcome"] = record["outcome"]
                point["endedAt"] = record["at"]
                done = record["outcome"] in ("COMPLETED", "FORCED")
                point["state"] = "COMPLETED" if done else "ERROR"
    return point


def main():
    store = sys.argv[1]
    points = []
    with os.scandir(os.path.join(store, "syncpoints")) as entries:
        for entry in entries:
            point = fold(entry.name.removesuffix(".jsonl"), entry.path)
            if point is not None:
                points.append(point)
    points.sort(key=lambda point: (point["state"], point["id"]))
    json.dump({"schemaVersion": 1, "store": store, "syncPoints": points, "problems": []}, sys.stdout)


main()
