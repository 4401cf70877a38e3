package io.agentsync.diagnosis;

import io.agentsync.deadlock.Chain;
import io.agentsync.deadlock.Outlook;
import io.agentsync.deadlock.Outlook.Kind;
import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import java.util.Optional;

/** Finds agents that wait for each other at different sync points. */
final class Deadlock implements Rule {

  @Override
  public String code() {
    return "deadlock";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    return facts
        .outlook()
        .filter(it -> it.kind() == Kind.DEADLOCK || it.kind() == Kind.POSSIBLE_DEADLOCK)
        .map(outlook -> finding(outlook, facts));
  }

  private Finding finding(Outlook outlook, Facts facts) {
    boolean sure = outlook.kind() == Kind.DEADLOCK;
    return new Finding(
        code(),
        sure ? Severity.ERROR : Severity.WARNING,
        (sure ? "deadlock: " : "may be a deadlock: ") + outlook.chain().words(),
        evidence(outlook, sure),
        remedy(outlook, facts),
        outlook.agents());
  }

  private static String evidence(Outlook outlook, boolean sure) {
    String why =
        sure
            ? "each of %s comes only when the meeting is over at which it waits itself"
            : "each of %s waits itself; one that waits at several sync points at once may still come";
    return why.formatted(Words.list(outlook.agents())) + Words.heldUp(outlook);
  }

  private static String remedy(Outlook outlook, Facts facts) {
    Chain.Link first = outlook.chain().links().get(0);
    return "break it here: sync-diag abort %s; or go on without %s: sync-diag excuse %s %s; then have all agents come to their meetings in the same order"
        .formatted(
            Words.id(facts.status()), first.awaited(), Words.id(facts.status()), first.awaited());
  }
}
