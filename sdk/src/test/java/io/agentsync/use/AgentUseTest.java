package io.agentsync.use;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgent;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@link SynchronizedAgent} as the contract promises it, extended in another package. */
@Timeout(60)
class AgentUseTest {

  @TempDir private Path directory;

  /** Has nobody to wait for, and meets itself in every way there is. */
  private static final class Alone extends SynchronizedAgent {
    Alone(String name, AgentSynchronizer synchronizer) {
      super(name, synchronizer);
    }

    @Override
    protected boolean validateConfig() {
      return true;
    }

    @Override
    protected void setup() {}

    @Override
    protected Map<String, Object> run() throws Exception {
      Set<String> me = Set.of(getName());
      List<CompletableFuture<SyncResult>> calls =
          List.of(
              syncWithAgents("p", me),
              syncWithAgents("q", me, Duration.ofMinutes(1)),
              syncWithAgents("r", me, SyncOptions.builder().payload("r").build()));
      return Map.of("met", calls.stream().filter(call -> call.join().success()).count());
    }

    @Override
    protected void cleanup() {}
  }

  @Test
  void anAgentHasItsNameAndMeetsInIt() throws Exception {
    try (AgentSynchronizer sync = AgentSynchronizer.open(directory)) {
      SynchronizedAgent agent = new Alone("a", sync);

      assertThat(agent.getName()).isEqualTo("a");
      assertThat(agent.execute()).isEqualTo(Map.of("met", 3L));
      assertThat(agent.getSyncResult("r").orElseThrow().payloads()).isEqualTo(Map.of("a", "r"));
      assertThat(agent.getSyncResult("s")).isEmpty();
    }
  }

  @Test
  void whileItRunsItBeatsByItself() throws Exception {
    try (AgentSynchronizer sync = AgentSynchronizer.open(directory)) {
      SynchronizedAgent agent =
          new SynchronizedAgent("busy", sync) {
            @Override
            protected boolean validateConfig() {
              return true;
            }

            @Override
            protected Map<String, Object> run() throws IOException {
              long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
              while (!notes().contains("\"agent\":\"busy\"")) {
                assertThat(System.nanoTime()).as("noted in time").isLessThan(patience);
                Thread.onSpinWait();
              }
              return Map.of();
            }
          };
      assertThat(agent.execute()).isEmpty();
    }
  }

  private String notes() throws IOException {
    StringBuilder notes = new StringBuilder();
    try (Stream<Path> files = Files.list(directory.resolve("sessions"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".notes")).toList()) {
        notes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return notes.toString();
  }
}
