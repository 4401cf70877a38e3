package io.agentsync.model;

import java.util.List;

/**
 * What is the matter with a sync point.
 *
 * @param status the facts
 * @param participants who has to come or has come, by id, and what is known of them
 * @param findings what follows from them, the worst first
 * @param problems records of it, or of its agents, that could not be read
 */
public record SyncDiagnosis(
    SyncStatus status,
    List<Participant> participants,
    List<Finding> findings,
    List<Problem> problems) {

  public SyncDiagnosis {
    participants = List.copyOf(participants);
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
