package io.agentsync.model;

import java.time.Duration;

/**
 * How long meetings took from their first arrival to their end, whatever the end was.
 *
 * @param median half of them took no longer
 * @param p95 95 of 100 took no longer
 * @param longest none took longer
 */
public record WaitTimes(Duration median, Duration p95, Duration longest) {}
