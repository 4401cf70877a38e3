package io.agentsync.cli.render;

import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What findings come to.
 *
 * @param errors how many are errors
 * @param warnings how many are warnings
 */
record Verdict(long errors, long warnings) {

  static Verdict of(Collection<Finding> findings) {
    return new Verdict(count(findings, Severity.ERROR), count(findings, Severity.WARNING));
  }

  boolean healthy() {
    return errors == 0 && warnings == 0;
  }

  String word() {
    return healthy() ? "HEALTHY" : "UNHEALTHY";
  }

  /** Such as {@code UNHEALTHY: 2 errors, 1 warning}. */
  String sentence() {
    List<String> parts = new ArrayList<>();
    if (errors > 0) {
      parts.add(Words.count(errors, "error"));
    }
    if (warnings > 0) {
      parts.add(Words.count(warnings, "warning"));
    }
    return healthy() ? word() : word() + ": " + String.join(", ", parts);
  }

  Tone tone() {
    return healthy() ? Tone.GOOD : Tone.BAD;
  }

  private static long count(Collection<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
