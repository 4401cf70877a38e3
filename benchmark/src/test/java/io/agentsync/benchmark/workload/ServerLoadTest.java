package io.agentsync.benchmark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of a server's work is a round's. */
class ServerLoadTest {

  @Test
  void whatItIsAskedAnywayIsNotOfTheRound() {
    assertThat(ServerLoad.ofTheRound(101, 2, 0.5)).isEqualTo(97);
    assertThat(ServerLoad.ofTheRound(101, 0, 50)).isEqualTo(101);
  }

  @Test
  void aRoundDoesNotTakeWorkAway() {
    assertThat(ServerLoad.ofTheRound(1, 2, 1)).isZero();
  }
}
