package io.agentsync.diagnosis;

import io.agentsync.deadlock.Chain;
import io.agentsync.deadlock.Outlook;
import io.agentsync.deadlock.Outlook.Kind;
import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names the agent that others wait for in the end, where those who are missing wait themselves. */
final class RootBlocker implements Rule {

  @Override
  public String code() {
    return "root-blocker";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    return facts.outlook().filter(it -> it.kind() == Kind.BEHIND).map(it -> finding(it, facts));
  }

  private Finding finding(Outlook outlook, Facts facts) {
    boolean pressing =
        facts.nearDeadline() || outlook.agents().stream().anyMatch(facts::willHardlyCome);
    return new Finding(
        code(),
        pressing ? Severity.WARNING : Severity.INFO,
        "%s %s %s"
            .formatted(
                Words.list(outlook.agents()),
                outlook.agents().size() == 1 ? "blocks" : "block",
                Words.others(outlook.blocked())),
        outlook.chains().stream().map(Chain::words).collect(Collectors.joining("; also, ")),
        remedy(outlook.chain(), facts),
        outlook.agents());
  }

  private static String remedy(Chain chain, Facts facts) {
    return "bring %s in, or let others go on without it: sync-diag excuse %s %s"
        .formatted(
            chain.lastAwaited(), Words.id(chain.lastSyncId(), facts.status()), chain.lastAwaited());
  }
}
