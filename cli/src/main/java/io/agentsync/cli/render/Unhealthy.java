package io.agentsync.cli.render;

/**
 * One thing that needs a look.
 *
 * @param kind {@code syncPoint} or {@code agent}
 * @param id its name
 * @param reason what is the matter with it
 */
public record Unhealthy(String kind, String id, String reason) {}
