package io.agentsync.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened at a sync point, as its journals tell it.
 *
 * @param generation the generation that it was meant for; 0 if it was meant for none
 * @param at when its writer wrote it down, by the clock on the wall
 * @param offset how long that was after the first arrival in that generation; empty if nobody had
 *     arrived there before
 * @param what the kind of the record; or {@code outcome} for an end, {@code open} for what has not
 *     ended, {@code damaged} for what is no record, {@code unreadable} for a journal that cannot be
 *     read, {@code stale} for a journal in which nothing counts
 * @param who the agent, or the operator
 * @param counts whether it changed anything
 * @param meaning what it meant in its place, and if nothing, why
 */
public record StoryLine(
    long generation,
    Optional<Instant> at,
    Optional<Duration> offset,
    String what,
    Optional<String> who,
    boolean counts,
    String meaning) {}
