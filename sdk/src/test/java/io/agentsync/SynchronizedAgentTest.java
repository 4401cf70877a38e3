package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Durability;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.model.SyncState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent from its registration to its end, in good order and not. */
@Timeout(60)
class SynchronizedAgentTest {

  private static final Set<String> AB = Set.of("a", "b");

  @TempDir private Path directory;
  private AgentSynchronizer sync;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @BeforeEach
  void open() {
    sync = AgentSynchronizer.builder().store(directory).durability(Durability.PROCESS).build();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    sync.close();
  }

  /** As short as a subclass can be. */
  private static class Meeting extends SynchronizedAgent {
    Meeting(String name, AgentSynchronizer synchronizer) {
      super(name, synchronizer);
    }

    @Override
    protected boolean validateConfig() {
      return true;
    }

    @Override
    protected Map<String, Object> run() throws Exception {
      return Map.of("arrived", syncWithAgents("p", AB).get().arrived());
    }
  }

  /** Writes down its stages and what the registry says of it there; fails where it is told to. */
  private final class Probe extends SynchronizedAgent {
    private final List<String> stages = new CopyOnWriteArrayList<>();
    private final Set<String> failing;
    private Callable<Map<String, Object>> work = () -> Map.of("done", true);

    Probe(String... failing) {
      super("a", sync);
      this.failing = Set.of(failing);
    }

    Probe working(Callable<Map<String, Object>> its) {
      work = its;
      return this;
    }

    private void at(String stage) throws IOException {
      Optional<AgentInfo> known = sync.registry().getAgent("a");
      stages.add(stage + " " + known.map(agent -> agent.status().name()).orElse("-"));
      if (failing.contains(stage)) {
        throw new IOException("no " + stage);
      }
    }

    @Override
    protected boolean validateConfig() {
      try {
        at("validate");
        return true;
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    protected void setup() throws IOException {
      at("setup");
    }

    @Override
    protected Map<String, Object> run() throws Exception {
      at("run");
      return work.call();
    }

    @Override
    protected void cleanup() throws IOException {
      at("cleanup");
    }
  }

  @Test
  void theStagesFollowOneAnother_andTheAgentIsRegisteredInBetween() throws Exception {
    Probe agent = new Probe();

    assertThat(agent.execute()).isEqualTo(Map.of("done", true));

    assertThat(agent.stages)
        .containsExactly("validate -", "setup ACTIVE", "run ACTIVE", "cleanup ACTIVE");
    assertThat(sync.registry().agents()).isEmpty();
  }

  @Test
  void aSubclassOfTwoMethodsMeetsOthers() throws Exception {
    Meeting a = new Meeting("a", sync);
    Future<Map<String, Object>> b = threads.submit(new Meeting("b", sync)::execute);

    assertThat(a.execute()).isEqualTo(Map.of("arrived", AB)).isEqualTo(b.get());
    assertThat(a.getSyncResult("p").orElseThrow().outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(a.getSyncResult("q")).isEmpty();
  }

  @Test
  void theRegistrySaysWhatTheAgentSaysOfItself() throws Exception {
    SynchronizedAgent agent =
        new Meeting("a", sync) {
          @Override
          protected String role() {
            return "reviewer";
          }

          @Override
          protected Set<String> syncCapabilities() {
            return Set.of("review");
          }

          @Override
          protected Map<String, String> metadata() {
            return Map.of("room", "12");
          }

          @Override
          protected Map<String, Object> run() {
            return Map.of("me", sync.registry().getAgent("a").orElseThrow());
          }
        };

    AgentInfo me = (AgentInfo) agent.execute().get("me");
    assertThat(me.role()).isEqualTo("reviewer");
    assertThat(me.syncCapabilities()).containsExactly("review");
    assertThat(me.metadata()).isEqualTo(Map.of("room", "12"));
    assertThat(new Meeting("b", sync).role()).isEqualTo("Meeting");
  }

  @Test
  void whatIsNotValidIsNeitherSetUpNorRun() {
    Probe agent = new Probe("validate");

    assertThatThrownBy(agent::execute)
        .isInstanceOf(AgentSyncException.class)
        .hasMessageContainingAll("a", directory.toString(), "validateConfig()");

    assertThat(agent.stages).containsExactly("validate -", "cleanup ERROR");
    assertThat(lastAction()).startsWith("validateConfig() failed: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup", "run"})
  void aFailureIsThrownAgain_andStaysToBeSeen(String stage) {
    Probe agent = new Probe(stage);

    assertThatThrownBy(agent::execute)
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("no " + stage);

    assertThat(agent.stages).endsWith(stage + " ACTIVE", "cleanup ERROR");
    assertThat(sync.registry().getAgent("a").orElseThrow().status()).isEqualTo(AgentStatus.ERROR);
    assertThat(lastAction())
        .isEqualTo("%s() failed: java.io.IOException: no %s".formatted(stage, stage));
  }

  @Test
  void aCleanupThatFailsAfterAFailureIsSuppressedIntoIt() {
    assertThatThrownBy(new Probe("run", "cleanup")::execute)
        .hasMessage("no run")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("no cleanup"));
    assertThat(lastAction()).startsWith("run() failed");
  }

  @Test
  void aCleanupThatFailsByItselfIsAFailure() {
    assertThatThrownBy(new Probe("cleanup")::execute).hasMessage("no cleanup");
    assertThat(lastAction()).startsWith("cleanup() failed");
  }

  @Test
  void anErrorIsAFailureToo() {
    AssertionError error = new AssertionError("never");
    Probe agent =
        new Probe()
            .working(
                () -> {
                  throw error;
                });

    assertThatThrownBy(agent::execute).isSameAs(error);
    assertThat(agent.stages).endsWith("cleanup ERROR");
  }

  @Test
  void ofALongCauseTheBeginningIsKept() {
    Probe agent =
        new Probe()
            .working(
                () -> {
                  throw new IOException("🙂".repeat(5000));
                });

    assertThatThrownBy(agent::execute).isInstanceOf(IOException.class);
    assertThat(lastAction()).startsWith("run() failed: java.io.IOException: 🙂").endsWith("🙂…");
  }

  @Test
  void whoFailedCanBeExecutedAgain() throws Exception {
    List<Integer> attempts = new ArrayList<>();
    Probe agent =
        new Probe()
            .working(
                () -> {
                  attempts.add(attempts.size() + 1);
                  if (attempts.size() == 1) {
                    throw new IOException("not yet");
                  }
                  return Map.of("attempts", attempts.size());
                });

    assertThatThrownBy(agent::execute).hasMessage("not yet");
    assertThat(agent.execute()).isEqualTo(Map.of("attempts", 2));

    assertThat(agent.stages)
        .containsExactly(
            "validate -",
            "setup ACTIVE",
            "run ACTIVE",
            "cleanup ERROR",
            "validate ERROR",
            "setup ACTIVE",
            "run ACTIVE",
            "cleanup ACTIVE");
    assertThat(sync.registry().agents()).isEmpty();
  }

  @Test
  void onlyOneExecutionAtATime() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Probe agent =
        new Probe()
            .working(
                () -> {
                  running.countDown();
                  end.await();
                  return Map.of();
                });
    Future<Map<String, Object>> first = threads.submit(agent::execute);
    running.await();

    assertThatThrownBy(agent::execute)
        .isInstanceOf(AgentSyncException.class)
        .hasMessageContainingAll("a", directory.toString(), "being executed already");

    end.countDown();
    assertThat(first.get()).isEmpty();
  }

  @Test
  void sp06_aFailureWithdrawsWhatIsWaitedFor() {
    sync.createSyncPoint("p", AB);
    List<CompletableFuture<SyncResult>> waiting = new ArrayList<>();
    Probe agent = new Probe();
    agent.working(
        () -> {
          waiting.add(agent.syncWithAgents("p", AB));
          throw new IOException("something else");
        });

    assertThatThrownBy(agent::execute).hasMessage("something else");

    assertThat(waiting).singleElement().matches(CompletableFuture::isCancelled);
    assertThat(sync.getSyncStatus("p").state()).isEqualTo(SyncState.READY);
    assertThat(agent.getSyncResult("p")).isEmpty();
  }

  @Test
  void sp06_anInterruptWithdraws_andIsAFailure() throws Exception {
    sync.createSyncPoint("p", AB);
    CompletableFuture<Object> thrown = new CompletableFuture<>();
    Probe agent = new Probe();
    CountDownLatch waiting = new CountDownLatch(1);
    agent.working(
        () -> {
          CompletableFuture<SyncResult> call = agent.syncWithAgents("p", AB);
          waiting.countDown();
          return Map.of("result", call.get());
        });
    Thread thread =
        new Thread(
            () -> {
              try {
                thrown.complete(agent.execute());
              } catch (Throwable e) {
                thrown.complete(e);
              }
            });
    thread.start();
    waiting.await();
    thread.interrupt();

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(sync.getSyncStatus("p").state()).isEqualTo(SyncState.READY);
    assertThat(agent.stages).endsWith("cleanup ERROR");
  }

  @Test
  void sp06_closingTheSynchronizerInTheMiddleEndsTheWait() throws Exception {
    AgentSynchronizer own =
        AgentSynchronizer.builder().store(directory).durability(Durability.PROCESS).build();
    sync.createSyncPoint("p", AB);
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<SyncOutcome> outcome = new CompletableFuture<>();
    SynchronizedAgent agent =
        new Meeting("a", own) {
          @Override
          protected Map<String, Object> run() throws Exception {
            CompletableFuture<SyncResult> call = syncWithAgents("p", AB);
            waiting.countDown();
            outcome.complete(call.get().outcome());
            return Map.of();
          }
        };
    Future<Map<String, Object>> execution = threads.submit(agent::execute);
    waiting.await();
    own.close();

    assertThat(outcome.get()).isEqualTo(SyncOutcome.WITHDRAWN);
    assertThat(agent.getSyncResult("p").orElseThrow().outcome()).isEqualTo(SyncOutcome.WITHDRAWN);
    assertThatThrownBy(execution::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(AgentSyncException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void theLatestResultIsRemembered() throws Exception {
    Meeting agent = new Meeting("a", sync);
    for (int round = 1; round <= 3; round++) {
      assertThat(agent.syncWithAgents("p", Set.of("a")).get().generation()).isEqualTo(round);
      assertThat(agent.getSyncResult("p").orElseThrow().generation()).isEqualTo(round);
    }
    CompletableFuture<SyncResult> pending = agent.syncWithAgents("p", AB);
    assertThat(agent.getSyncResult("p").orElseThrow().generation()).isEqualTo(3);
    pending.cancel(false);
    assertThat(agent.getSyncResult("p").orElseThrow().generation()).isEqualTo(3);
  }

  @Test
  void aNameThatBreaksTheRuleIsRefusedAtOnce() {
    assertThatThrownBy(() -> new Meeting("no name", sync))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("agent id");
  }

  /** Virtual threads came after Java 17, so they are asked for by name. */
  @Test
  void agentsMeetOnVirtualThreads() throws Exception {
    assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
    ExecutorService virtual =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    try {
      Set<String> many = new TreeSet<>();
      for (int i = 0; i < 50; i++) {
        many.add("agent" + i);
      }
      List<Future<Map<String, Object>>> all = new ArrayList<>();
      for (String name : many) {
        all.add(
            virtual.submit(
                new Meeting(name, sync) {
                      @Override
                      protected Map<String, Object> run() throws Exception {
                        return Map.of("ok", syncWithAgents("crowd", many).get().success());
                      }
                    }
                    ::execute));
      }
      for (Future<Map<String, Object>> one : all) {
        assertThat(one.get()).isEqualTo(Map.of("ok", true));
      }
    } finally {
      virtual.shutdownNow();
    }
  }

  private String lastAction() {
    return sync.registry().getAgent("a").flatMap(AgentInfo::lastAction).orElseThrow();
  }
}
