package io.agentsync.benchmark.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.benchmark.peer.Peer;
import io.agentsync.benchmark.peer.PeerKind;
import io.agentsync.benchmark.peer.Seat;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rounds are made, counted, and end for all agents with the same one. */
@Timeout(60)
class RoundsTaskTest {

  @TempDir private Path directory;

  @Test
  void agentsInOneProcessMakeRounds() throws Exception {
    Facts facts = new Facts();
    try (Peer peer = PeerKind.PHASER.open("-")) {
      new RoundsTask().run(peer, order(0, 4, 4), facts);
    }
    assertThat(facts.all()).containsKeys("p50", "p99", "nanos");
    assertThat(facts.all().get("rounds")).isPositive();
  }

  @Test
  void agentsInTwoProcessesStopAfterTheSameRound() throws Exception {
    Facts facts = new Facts();
    String store = directory.resolve("store").toString();
    try (Peer one = PeerKind.AGENT_SYNC_PROCESS.open(store);
        Peer other = PeerKind.AGENT_SYNC_PROCESS.open(store)) {
      try (AgentThreads processes = new AgentThreads()) {
        processes.start(0, () -> new RoundsTask().run(one, order(0, 2, 4), facts));
        processes.start(1, () -> new RoundsTask().run(other, order(2, 2, 4), facts));
      }
    }
    assertThat(facts.all().get("rounds")).isPositive();
  }

  @Test
  void anAgentThatFailsEndsTheOrder() {
    Peer broken =
        (meeting, agent, agents) ->
            agent == 0
                ? () -> {
                  throw new IllegalStateException("broken");
                }
                : (Seat) Thread.currentThread()::join;
    assertThatThrownBy(() -> new RoundsTask().run(broken, order(0, 2, 2), new Facts()))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("broken");
  }

  private Order order(int first, int count, int agents) {
    return Order.to("rounds")
        .with("meeting", "test")
        .with("agents", agents)
        .with("first", first)
        .with("count", count)
        .with("window", directory.resolve("window"))
        .with("lead", 10)
        .with("span", 50);
  }
}
