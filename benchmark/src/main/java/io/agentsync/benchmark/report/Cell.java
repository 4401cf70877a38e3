package io.agentsync.benchmark.report;

/**
 * What one number is about.
 *
 * @param workload which workload, with what does not vary in it
 * @param who whose number
 * @param size how many agents, points or what else the workload grows by
 * @param metric what was measured, with its unit
 */
public record Cell(String workload, Contestant who, int size, String metric) {}
