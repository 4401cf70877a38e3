package io.agentsync.cli.monitor;

import static io.agentsync.cli.monitor.Sights.NOW;
import static io.agentsync.cli.monitor.Sights.ended;
import static io.agentsync.cli.monitor.Sights.failed;
import static io.agentsync.cli.monitor.Sights.open;
import static io.agentsync.cli.monitor.Sights.ready;
import static io.agentsync.cli.monitor.Sights.seen;
import static io.agentsync.cli.monitor.Sights.seenAt;
import static io.agentsync.cli.monitor.Sights.troubled;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.Problem;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static final Problem DAMAGE = new Problem("/srv/agents/p.jsonl", "it is a directory");

  /** What the last of some looks has found out. */
  private static List<String> last(Look... looks) {
    Picture picture = Picture.of("/srv/agents");
    for (Look look : looks) {
      picture = picture.take(look);
    }
    return picture.changes().stream()
        .map(change -> change.kind() + " " + change.label() + ": " + change.words())
        .toList();
  }

  @Test
  void theFirstLookFindsWhatIsThere() {
    assertThat(last(seen(open("p", 1, "a,b", "a", 5, 30), ready("q", "a", "b"))))
        .containsExactly(
            "found p: SYNCING (1/2), waiting for b", "found q: READY (0/2), waiting for a, b");
  }

  @Test
  void nothingIsToldWhereNothingChanged() {
    SyncStatus p = open("p", 1, "a,b", "a", 5, 30);
    assertThat(last(seen(p), seen(p))).isEmpty();
  }

  @Test
  void aNewPointIsOpenedOrDeclared() {
    assertThat(last(seen(), seen(open("p", 1, "a,b", "a", 0, 30), ready("q", "a"))))
        .containsExactly("opened p: opened, a arrived (1/2)", "opened q: declared, waiting for a");
  }

  @Test
  void someArriveAndSomeWithdraw() {
    assertThat(
            last(
                seen(open("p", 1, "a,b,c,d", "a", 5, 30)),
                seen(open("p", 1, "a,b,c,d", "b,c", 5, 30))))
        .containsExactly("arrived p: b, c arrived (2/4)", "withdrew p: a withdrew (2/4)");
  }

  @Test
  void theLastArrivalAndTheEndAreTwoThings() {
    assertThat(
            last(
                seen(open("p", 1, "a,b", "a", 5, 30)),
                seen(ended("p", 1, "a,b", "a,b", SyncOutcome.COMPLETED, 0))))
        .containsExactly("arrived p: b arrived (2/2)", "ended p: completed after 2s");
  }

  @Test
  void aBadEndSaysWhoWasMissing() {
    assertThat(
            last(
                seen(open("p", 1, "a,b", "a", 5, 30)),
                seen(ended("p", 1, "a,b", "a", SyncOutcome.TIMED_OUT, 0))))
        .containsExactly("ended p: timed out after 2s without b");
  }

  @Test
  void aDeadlineThatPassesIsToldOnce() {
    SyncStatus p = open("p", 1, "a,b", "a", 31, 30);
    Look early = seenAt(NOW.minusSeconds(2), p);
    assertThat(last(early, seen(p))).containsExactly("overdue p: overdue, still waiting for b");
    assertThat(last(early, seen(p), seenAt(NOW.plusSeconds(1), p))).isEmpty();
  }

  @Test
  void generationsThatCameAndWentBetweenTwoLooksAreCounted() {
    SyncStatus first = open("p", 1, "a,b", "a", 5, 30);
    assertThat(last(seen(first), seen(open("p", 2, "a,b", "b", 0, 30))))
        .containsExactly("opened p: opened, b arrived (1/2); 1 generation ended in between");
    assertThat(
            last(
                seen(ended("p", 3, "a,b", "a,b", SyncOutcome.COMPLETED, 9)),
                seen(ended("p", 6, "a,b", "a,b", SyncOutcome.COMPLETED, 0))))
        .containsExactly("ended p: completed after 2s; 2 generations ended in between");
  }

  @Test
  void whatWasCleanedUpIsGone() {
    assertThat(last(seen(ended("p", 1, "a", "a", SyncOutcome.COMPLETED, 9)), seen()))
        .containsExactly("removed p: cleaned up");
  }

  @Test
  void whatCannotBeReadIsNotTakenForCleanedUp() {
    SyncStatus p = open("p", 1, "a,b", "a", 5, 30);
    assertThat(last(seen(p), troubled(DAMAGE)))
        .containsExactly("unreadable -: /srv/agents/p.jsonl: it is a directory");
    assertThat(last(seen(p), troubled(DAMAGE), troubled(DAMAGE))).isEmpty();
    assertThat(last(seen(p), troubled(DAMAGE), seen(p)))
        .containsExactly(
            "readable -: can be read again: /srv/agents/p.jsonl",
            "found p: SYNCING (1/2), waiting for b");
  }

  @Test
  void aStoreThatCannotBeReadForAWhileIsToldTwice() {
    SyncStatus p = open("p", 1, "a,b,c", "a", 5, 30);
    assertThat(last(seen(p), failed("gone"))).containsExactly("unreadable -: /srv/agents: gone");
    assertThat(last(seen(p), failed("gone"), failed("gone"))).isEmpty();
    assertThat(last(seen(p), failed("gone"), seen(open("p", 1, "a,b,c", "a,b", 5, 30))))
        .containsExactly(
            "readable -: can be read again: /srv/agents", "arrived p: b arrived (2/3)");
  }

  @Test
  void pointsOfTwoRunsAreTwo() {
    SyncStatus p = open("p", 1, "a,b", "a", 5, 30);
    assertThat(last(seen(p), seen(p, p.inRun(Optional.of("r7")))))
        .containsExactly("opened p (run r7): opened, a arrived (1/2)");
  }

  @Test
  void theLogIsBounded() {
    Picture picture = Picture.of("/srv/agents").take(seen());
    for (int i = 0; i < 600; i++) {
      picture = picture.take(i % 2 == 0 ? seen(ready("p" + i, "a")) : seen());
    }
    assertThat(picture.log()).hasSize(500);
    assertThat(picture.log().get(499).label()).isEqualTo("p598");
  }
}
