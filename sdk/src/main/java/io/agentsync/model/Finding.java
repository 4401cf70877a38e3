package io.agentsync.model;

import java.util.Set;

/**
 * One thing that is worth knowing about a sync point.
 *
 * @param code stable name of the rule that found it, such as {@code missing-agents}
 * @param severity how much it matters
 * @param message what is the matter, in one sentence
 * @param evidence the facts it rests on
 * @param remedy what to do about it, a command where there is one
 * @param agents the agents it is about, sorted; may be empty
 */
public record Finding(
    String code,
    Severity severity,
    String message,
    String evidence,
    String remedy,
    Set<String> agents) {

  public Finding {
    agents = Names.sorted(agents);
  }
}
