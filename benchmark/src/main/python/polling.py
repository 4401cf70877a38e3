"""The habit that agent-sync replaces: whoever waits looks again every 100 ms.

Agents are tasks of one process, as in the original, with the state in its memory; or they are
processes, with the state in a JSON document that is changed under a lock.

    polling.py memory|file rounds AGENTS LEAD-MILLIS SPAN-MILLIS DIRECTORY
    polling.py memory|file scattered AGENTS ROUNDS SPREAD-MICROS DIRECTORY STAMPS
"""

import asyncio
import fcntl
import json
import math
import mmap
import os
import random
import struct
import sys
import time

POLL_SECONDS = 0.1


class Memory:
    """The state in the memory of one process."""

    def __init__(self):
        self.arrived = {}

    def arrive(self, point, agent):
        self.arrived.setdefault(point, set()).add(agent)

    def count(self, point):
        return len(self.arrived.get(point, ()))


class Document:
    """The state in a JSON document that processes share."""

    def __init__(self, directory):
        self.path = os.path.join(directory, "state.json")
        self.lock = open(os.path.join(directory, "lock"), "w")

    def load(self):
        try:
            with open(self.path) as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def arrive(self, point, agent):
        fcntl.flock(self.lock, fcntl.LOCK_EX)
        try:
            state = self.load()
            # Or the document would grow, and with it what a round costs.
            for old in [key for key in state if int(key) < point - 1]:
                del state[old]
            state.setdefault(str(point), []).append(agent)
            with open(self.path + ".new", "w") as file:
                json.dump(state, file)
            os.rename(self.path + ".new", self.path)
        finally:
            fcntl.flock(self.lock, fcntl.LOCK_UN)

    def count(self, point):
        return len(self.load().get(str(point), ()))


async def meet(state, point, agent, agents):
    state.arrive(point, agent)
    while state.count(point) < agents:
        await asyncio.sleep(POLL_SECONDS)


async def rounds(state, agent, agents, lead, span, window):
    """Agent 0 says before it arrives which round is the last."""
    durations = []
    started = time.monotonic_ns()
    opened = cpu = None
    round = 0
    while True:
        before = time.monotonic_ns()
        await meet(state, round, agent, agents)
        now = time.monotonic_ns()
        last = struct.unpack_from("q", window)[0]
        if opened is not None:
            durations.append(now - before)
        elif now - started >= lead:
            opened, cpu = now, time.process_time_ns()
        if last and round == last:
            return durations, time.process_time_ns() - (cpu or 0)
        if agent == 0 and opened is not None and now - opened >= span and not last:
            struct.pack_into("q", window, 0, round + 1)
        round += 1


async def scattered(state, agent, agents, count, spread, stamps):
    lot = random.Random(agent)
    for round in range(count):
        await asyncio.sleep(lot.random() * spread / 1e6)
        place = 16 * (round * agents + agent)
        struct.pack_into("q", stamps, place, time.monotonic_ns())
        await meet(state, round, agent, agents)
        struct.pack_into("q", stamps, place + 8, time.monotonic_ns())


def report(durations, cpu):
    durations.sort()
    count = len(durations)
    print(f"rounds={count}")
    print(f"nanos={sum(durations)}")
    for name, share in ("p50", 0.5), ("p99", 0.99), ("max", 1):
        print(f"{name}={durations[max(0, math.ceil(count * share) - 1)] if count else 0}")
    print(f"cpu.agents={cpu}")


def main():
    kind, work, agents, first, second, directory = sys.argv[1:7]
    agents, first, second = int(agents), int(first), int(second)
    window = mmap.mmap(-1, 8)
    if work == "scattered":
        with open(sys.argv[7], "r+b") as file:
            stamps = mmap.mmap(file.fileno(), 0)

    def task(state, agent):
        if work == "rounds":
            return rounds(state, agent, agents, first * 1_000_000, second * 1_000_000, window)
        return scattered(state, agent, agents, first, second, stamps)

    async def together():
        state = Memory()
        return await asyncio.gather(*(task(state, agent) for agent in range(agents)))

    if kind == "memory":
        results = asyncio.run(together())
        if work == "rounds":
            report(*results[0])
        return
    children = []
    for agent in range(1, agents):
        child = os.fork()
        if child == 0:
            asyncio.run(task(Document(directory), agent))
            os._exit(0)
        children.append(child)
    result = asyncio.run(task(Document(directory), 0))
    if any(os.waitpid(child, 0)[1] for child in children):
        sys.exit(1)
    if work == "rounds":
        report(result[0], result[1] * agents)


main()
