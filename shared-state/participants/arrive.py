#!/usr/bin/env python3
"""Takes part in a sync point with Python's standard library alone.

Appends an arrival to the journal, and waits for the record that says how it ended:

    arrive.py STORE POINT AGENT AGENT,AGENT,… [SECONDS]

Exits with 0 if the meeting succeeded, 1 if it failed or did not end in time (then the arrival is
taken back), 2 if it was called wrongly. Prints the ended record.

Of the agents that meet, one at least has to be of agent-sync proper (the library, or sync-diag
sync or wait): it judges deadlines and writes down the end.
"""

import json
import os
import re
import sys
import time
import uuid
from datetime import datetime, timezone
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._:/@+-]{0,127}\Z")
LONGEST = 256 * 1024


def file_name(name):
    """The name of a file for the name of a sync point: readable, and apart on every file system."""
    capitals = sum(1 << i for i, c in enumerate(name) if c.isupper())
    plain = name.replace("/", ",").replace(":", ";")
    return f"{plain}~{capitals:x}" if capitals or plain.endswith(".") else plain


class Journal:
    """The journal of one sync point: appends whole lines, reads whole ones."""

    def __init__(self, store, point):
        name = file_name(point)
        self.path = Path(store) / "syncpoints" / f"{name}.jsonl"
        self.tombstone = Path(store) / "tombstones" / "syncpoints" / f"{name}.json"

    def append(self, record):
        """One write on a descriptor opened for appending: whole, whoever else writes."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        line = b"\n" + json.dumps(record, separators=(",", ":")).encode() + b"\n"
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, line)
        finally:
            os.close(descriptor)

    def records(self):
        """What can be read; what follows the last line feed is not judged yet."""
        if not self.path.exists():
            return []
        found = []
        for line in self.path.read_bytes().split(b"\n")[:-1]:
            if line and len(line) <= LONGEST:
                try:
                    record = json.loads(line.decode("utf-8"))
                except ValueError:
                    continue  # Void for everybody.
                if isinstance(record, dict):
                    found.append(record)
        return found

    def head(self):
        if self.tombstone.exists():
            return json.loads(self.tombstone.read_text("utf-8"))
        return {"kind": "journal", "version": 1, "epoch": 1, "after": 0}


class Participant:
    """One agent's part in one meeting."""

    def __init__(self, journal, agent, agents, seconds):
        self.journal, self.agent, self.seconds = journal, agent, seconds
        self.agents = sorted(set(agents) | {agent})
        self.arrival, self.nonce = None, None

    def arrive(self):
        """Arrives in the generation that is open, or opens the next one."""
        records = self.journal.records()
        if not records:
            self.journal.append(self.journal.head())
            records = self.journal.records()
        op = uuid.uuid4().hex
        openings = [r for r in records if r.get("kind") in ("arrive", "declare")]
        newest = max((r["generation"] for r in openings), default=None)
        record = {"kind": "arrive", "op": op, "generation": newest, "agent": self.agent}
        record["blocking"] = True
        if newest is not None and self.ended(records, newest) is None:
            self.nonce = next(r["op"] for r in openings if r["generation"] == newest)
            record["like"] = self.nonce
        else:
            after = newest or next(r["after"] for r in records if r.get("kind") == "journal")
            self.nonce = op
            record["generation"] = after + 1
            record["view"] = {
                "required": self.agents,
                "rule": "all",
                "timeoutMillis": int(self.seconds * 1000),
            }
        self.arrival = self.stamped(record)
        self.journal.append(self.arrival)

    def withdraw(self):
        self.journal.append(
            self.stamped(
                {
                    "kind": "withdraw",
                    "op": uuid.uuid4().hex,
                    "generation": self.arrival["generation"],
                    "nonce": self.nonce,
                    "claim": self.arrival["op"],
                    "agent": self.agent,
                }
            )
        )

    def meet(self):
        """The ended record of the generation in which the arrival stood; None if time ran out."""
        deadline = time.monotonic() + self.seconds + 2
        self.arrive()
        while time.monotonic() < deadline:
            ended = self.ended(self.journal.records(), self.arrival["generation"])
            if ended is not None and self.agent in ended["arrived"]:
                return ended
            if ended is not None:
                self.arrive()  # It ended before the arrival stood: the next one, then.
            time.sleep(0.1)
        self.withdraw()
        return None

    @staticmethod
    def ended(records, generation):
        found = [r for r in records if r.get("kind") == "ended" and r["generation"] == generation]
        return found[-1] if found else None

    @staticmethod
    def stamped(record):
        now = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
        return record | {"at": now.replace("+00:00", "Z")}


def main(arguments):
    if len(arguments) not in (4, 5):
        print(__doc__, file=sys.stderr)
        return 2
    store, point, agent, agents = arguments[:4]
    seconds = float(arguments[4]) if len(arguments) == 5 else 30.0
    for name in [point, agent, *agents.split(",")]:
        if not NAME.match(name):
            print(f"arrive.py: not a name: {name!r}", file=sys.stderr)
            return 2
    participant = Participant(Journal(store, point), agent, agents.split(","), seconds)
    try:
        ended = participant.meet()
    except KeyboardInterrupt:
        participant.withdraw()
        return 130
    if ended is None:
        print(f"arrive.py: {point} did not end within {seconds:g} s", file=sys.stderr)
        return 1
    print(json.dumps(ended))
    return 0 if ended["outcome"] in ("COMPLETED", "FORCED") else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
