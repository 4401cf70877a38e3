package io.agentsync.benchmark.workload;

import io.agentsync.benchmark.report.Results;
import io.agentsync.benchmark.stage.Contenders;
import io.agentsync.benchmark.stage.Workspace;
import java.io.PrintStream;

/**
 * What a workload has to do its work with.
 *
 * @param log what is going on, for who waits
 */
public record Bench(
    Contenders contenders, Workspace workspace, Effort effort, Results results, PrintStream log) {}
