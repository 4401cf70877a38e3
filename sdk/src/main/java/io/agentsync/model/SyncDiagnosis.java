package io.agentsync.model;

import java.util.List;

/**
 * What is the matter with a sync point.
 *
 * @param status the facts
 * @param findings what follows from them, the worst first
 * @param problems records of it that could not be read
 */
public record SyncDiagnosis(SyncStatus status, List<Finding> findings, List<Problem> problems) {

  public SyncDiagnosis {
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
  }

  /** Whether nothing above {@link Severity#INFO} was found. */
  public boolean healthy() {
    return findings.stream().allMatch(finding -> finding.severity() == Severity.INFO);
  }

  /** The messages of the findings, the worst first. */
  public List<String> issues() {
    return findings.stream().map(Finding::message).toList();
  }

  /** The remedies of the findings, in the order of {@link #issues}. */
  public List<String> recommendations() {
    return findings.stream().map(Finding::remedy).distinct().toList();
  }
}
