package io.agentsync.cli.monitor;

import java.util.List;

/**
 * How far keys can go in what is shown.
 *
 * @param shown the sync points that are listed, in order
 * @param page how many lines a page key moves
 * @param depth how many lines the details can be scrolled
 */
public record Reach(List<PointId> shown, int page, int depth) {}
