package io.agentsync.agent;

import static io.agentsync.agent.Sheet.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.Domain;
import io.agentsync.model.Liveness;
import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of liveness. */
class JudgementTest {

  private static final Moment REGISTERED = at(1000);

  @ParameterizedTest
  @CsvSource({
    "ALIVE, 0, ALIVE",
    "ALIVE, 30, ALIVE",
    "ALIVE, 31, LATE",
    "ALIVE, 60, LATE",
    "ALIVE, 61, SUSPECT",
    "ALIVE, 1000000, SUSPECT",
    "DEAD, 0, DEAD",
    "DEAD, 1000000, DEAD",
    "UNKNOWN, 0, UNKNOWN",
    "UNKNOWN, 1000000, UNKNOWN"
  })
  void r02_heldBySession(SessionLife life, long age, Liveness expected) {
    assertThat(judge(life, at(1000 + age)).liveness()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, ALIVE", "30, ALIVE", "31, LATE", "60, LATE", "61, SUSPECT", "9999999, SUSPECT"})
  void r02_heldByNobodyIsNeverDead(long age, Liveness expected) {
    assertThat(alone(at(1000 + age)).liveness()).isEqualTo(expected);
  }

  @Test
  void r02_aBeatOfAnotherDomainCannotBeAged() {
    assertThat(alone(at(5000, "here", "2")).liveness()).isEqualTo(Liveness.UNKNOWN);
    assertThat(alone(at(5000, "later", "1")).liveness()).isEqualTo(Liveness.SUSPECT);
    assertThat(judge(SessionLife.ALIVE, at(5000, "here", "2")).liveness())
        .isEqualTo(Liveness.ALIVE);
    assertThat(judge(SessionLife.DEAD, at(5000, "here", "2")).liveness()).isEqualTo(Liveness.DEAD);
  }

  @Test
  void r02_withoutNamespacesAnotherDomainMayBeAnotherProcess() {
    Moment elsewhere =
        new Moment(at(0).wall(), Optional.of(new Domain("process-1", Optional.empty())), 0);
    assertThat(alone(elsewhere).liveness()).isEqualTo(Liveness.UNKNOWN);
    assertThat(alone(new Moment(at(0).wall(), Optional.empty(), 0)).liveness())
        .isEqualTo(Liveness.UNKNOWN);
  }

  @Test
  void r02_theClockOnTheWallIsNotAsked() {
    for (Duration jump : new Duration[] {Duration.ofDays(365), Duration.ofDays(-365)}) {
      Moment jumped =
          new Moment(
              REGISTERED.wall().plus(jump),
              REGISTERED.domain(),
              REGISTERED.nanos() + Duration.ofSeconds(1).toNanos());
      assertThat(judge(SessionLife.ALIVE, jumped).liveness()).isEqualTo(Liveness.ALIVE);
      assertThat(alone(jumped).liveness()).isEqualTo(Liveness.ALIVE);
    }
  }

  @Test
  void r03_aNotedBeatCountsIfItIsLaterThanTheRecords() {
    Pulse early = pulse(SessionLife.ALIVE, Optional.of(at(900)));
    Pulse late = pulse(SessionLife.ALIVE, Optional.of(at(1100)));

    assertThat(early.heard(registration())).isEqualTo(REGISTERED);
    assertThat(late.heard(registration())).isEqualTo(at(1100));
    assertThat(Judgement.of(registration(), late, at(1130)).liveness()).isEqualTo(Liveness.ALIVE);
    assertThat(Judgement.of(registration(), early, at(1130)).liveness())
        .isEqualTo(Liveness.SUSPECT);
  }

  @Test
  void r02_theEvidenceSaysWhatItRestsOn() {
    assertThat(judge(SessionLife.ALIVE, at(1045)).evidence())
        .isEqualTo("its process (pid 42 on host) lives, last beat 45 s ago");
    assertThat(judge(SessionLife.DEAD, at(1045)).evidence())
        .isEqualTo("its process (pid 42 on host) is gone");
    assertThat(judge(SessionLife.UNKNOWN, at(1045)).evidence())
        .isEqualTo("nothing proves that its process (pid 42 on host) lives, or that it is gone");
    assertThat(alone(at(1045)).evidence()).isEqualTo("no process holds it, last beat 45 s ago");
    assertThat(alone(at(1045, "later", "1")).evidence())
        .isEqualTo("no process holds it, and its last beat was before this boot");
  }

  private static Judgement judge(SessionLife life, Moment now) {
    return Judgement.of(registration(), pulse(life, Optional.empty()), now);
  }

  private static Judgement alone(Moment now) {
    return Judgement.of(registration(), Pulse.NO_SESSION, now);
  }

  private static Pulse pulse(SessionLife life, Optional<Moment> beat) {
    return new Pulse(
        Optional.of(life),
        Optional.of("pid 42 on host"),
        beat.map(moment -> new CellBeat(1, "a", moment, Optional.empty())));
  }

  private static Registration registration() {
    Agent agent =
        Sheet.fold(
            new Register(
                "a",
                1,
                Optional.empty(),
                Optional.of("s"),
                Optional.of(0),
                Sheet.PROFILE,
                REGISTERED));
    return agent.standing().orElseThrow();
  }
}
