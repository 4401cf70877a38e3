package io.agentsync.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncRepair;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rule SP-16: what is told of a repair that others were faster than, or came right behind. */
class RepairSummaryTest {

  private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");
  private static final SyncRepair FORCE = new SyncRepair.Force(Optional.empty());
  private static final SyncRepair EXCUSE = new SyncRepair.Excuse("b", Optional.empty());
  private static final SyncRepair EXTEND =
      new SyncRepair.Extend(Duration.ofMinutes(5), Optional.empty());
  private static final SyncStatus OPEN = point(SyncState.SYNCING, Optional.empty(), 20);
  private static final SyncStatus COMPLETED =
      point(SyncState.COMPLETED, Optional.of(SyncOutcome.COMPLETED), 20);
  private static final SyncStatus ABORTED =
      point(SyncState.ERROR, Optional.of(SyncOutcome.ABORTED), 20);

  @Test
  void sp16_whatHasEndedSinceIsNotSaidToBeItsDoing() {
    assertThat(sentence(EXTEND, COMPLETED, true))
        .isEqualTo(
            "gave generation 3 of p in run r 5m more, which has ended since: completed by ops (why)");
    assertThat(sentence(EXCUSE, ABORTED, true))
        .isEqualTo(
            "excused b from generation 3 of p in run r, which has ended since: aborted by ops (why)");
  }

  @Test
  void sp16_whoWasFasterIsNamed() {
    assertThat(sentence(FORCE, ABORTED, false))
        .isEqualTo("generation 3 of p in run r ended before that: aborted by ops (why)");
    assertThat(sentence(EXTEND, OPEN, false))
        .isEqualTo(
            "the deadline of generation 3 of p in run r was changed by somebody else just now; nothing was changed");
  }

  @Test
  void sp14_whatAnEarlierBootLeftWouldEndFirst() {
    RepairReport report = report(OPEN, ABORTED, false);
    assertThat(new RepairSummary("store", FORCE, true, report, NOW).sentence())
        .isEqualTo("generation 3 of p in run r would end before that: aborted by ops (why)");
  }

  @Test
  void whatHasNotBegunCannotBeForced() {
    SyncStatus ready = point(SyncState.READY, Optional.empty(), 0);
    RepairReport report = report(ready, ready, false);
    assertThat(new RepairSummary("store", FORCE, false, report, NOW).sentence())
        .isEqualTo(
            "generation 3 of p in run r has not begun, there is nothing to force; nothing was changed");
  }

  private static String sentence(SyncRepair how, SyncStatus after, boolean effective) {
    return new RepairSummary("store", how, false, report(OPEN, after, effective), NOW).sentence();
  }

  private static RepairReport report(SyncStatus before, SyncStatus after, boolean effective) {
    return new RepairReport(before, after, effective, false, "me", Optional.empty());
  }

  private static SyncStatus point(SyncState state, Optional<SyncOutcome> outcome, int seconds) {
    boolean open = outcome.isEmpty();
    return new SyncStatus(
        "p",
        Optional.of("r"),
        state,
        3,
        Set.of("a", "b"),
        Set.of("a"),
        Set.of("b"),
        Set.of(),
        Optional.of(NOW),
        open ? Optional.empty() : Optional.of(NOW),
        open && seconds > 0 ? Optional.of(NOW.plusSeconds(seconds)) : Optional.empty(),
        outcome,
        Duration.ofSeconds(30),
        Duration.ZERO,
        open ? Optional.empty() : Optional.of("why"),
        open ? Optional.empty() : Optional.of("ops"));
  }
}
