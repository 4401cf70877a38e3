package io.agentsync.diagnosis;

import io.agentsync.deadlock.Chain;
import io.agentsync.deadlock.Outlook;
import io.agentsync.deadlock.Outlook.Kind;
import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds a sync point whose agents wait for others that are stuck elsewhere for good. */
final class CanNeverComplete implements Rule {

  @Override
  public String code() {
    return "can-never-complete";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    return facts.outlook().filter(it -> it.kind() == Kind.NEVER).map(it -> finding(it, facts));
  }

  private Finding finding(Outlook outlook, Facts facts) {
    boolean forGood =
        outlook.chains().stream()
            .anyMatch(chain -> chain.closed() || facts.dead(chain.lastAwaited()));
    return new Finding(
        code(),
        forGood ? Severity.ERROR : Severity.WARNING,
        "can never be completed as it is: " + outlook.chain().words(),
        evidence(outlook),
        remedy(outlook.chain(), facts),
        outlook.agents());
  }

  private static String evidence(Outlook outlook) {
    String who =
        outlook.chain().closed()
            ? Words.list(outlook.agents()) + " wait for each other"
            : outlook.chain().end();
    String others =
        outlook.chains().stream()
            .skip(1)
            .map(chain -> "; also, " + chain.words())
            .collect(Collectors.joining());
    return who + Words.heldUp(outlook) + others;
  }

  private static String remedy(Chain chain, Facts facts) {
    String where = Words.id(chain.lastSyncId(), facts.status());
    return chain.closed()
        ? "break the deadlock first: sync-diag diagnose " + where
        : "start %s again, or let others go on without it: sync-diag excuse %s %s"
            .formatted(chain.lastAwaited(), where, chain.lastAwaited());
  }
}
