package io.agentsync.zookeeper;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreUnreachableException;
import io.agentsync.model.SyncResult;
import io.agentsync.testkit.Participation;
import io.agentsync.testkit.Participation.Told;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A machine of its own, as far as the others can see: its own client, wires to all servers, clocks
 * that have nothing to do with theirs, and one agent, of whose calls it keeps a record.
 */
final class Machine implements AutoCloseable {

  private final String agent;
  private final List<FaultyWire> wires;
  private final AgentSynchronizer synchronizer;
  private final List<Participation> calls = new CopyOnWriteArrayList<>();
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::takePart, "machine");
  private String point = "";
  private Set<String> all = Set.of();
  private Duration timeout = Duration.ZERO;
  private volatile boolean leaving;

  /** One whose clock is ahead of the truth, or behind it. */
  Machine(TestCluster cluster, String location, String agent, Duration ahead) throws IOException {
    this.agent = agent;
    this.wires = cluster.wires();
    Optional<Domain> domain = Optional.of(new Domain("boot of " + agent, Optional.empty()));
    this.synchronizer =
        AgentSynchronizer.builder()
            .store(TestCluster.over(wires, location))
            .time(
                () ->
                    new Moment(
                        Instant.now().plus(ahead), domain, System.nanoTime() + ahead.toNanos()))
            .build();
  }

  String agent() {
    return agent;
  }

  AgentSynchronizer synchronizer() {
    return synchronizer;
  }

  /** Cuts it off from all servers. */
  void cut() {
    wires.forEach(FaultyWire::cut);
  }

  void heal() {
    wires.forEach(FaultyWire::heal);
  }

  /** Begins to meet the others again and again, until it leaves. */
  void begin(String where, Set<String> with, Duration within) {
    point = where;
    all = with;
    timeout = within;
    thread.setDaemon(true);
    thread.start();
  }

  /** Makes one call. */
  CompletableFuture<SyncResult> call(String where, Set<String> with, Duration within) {
    long begun = System.nanoTime();
    CompletableFuture<SyncResult> result =
        synchronizer.joinOrCreateSyncPoint(where, agent, with, within);
    return result.whenComplete(
        (told, failure) -> {
          Participation call = new Participation(agent, agent, begun, Optional.empty());
          calls.add(told == null ? call : call.withTold(Told.of(told)));
        });
  }

  /** Whether a call that was begun after that was a success. */
  boolean hasMetSince(long nanos) {
    return calls.stream()
        .filter(call -> call.begunNanos() - nanos > 0)
        .flatMap(call -> call.told().stream())
        .anyMatch(told -> told.outcome().success());
  }

  /** Ends with the call that it is in. */
  void leave() {
    leaving = true;
  }

  /** Whether it has left. */
  boolean left() {
    return !thread.isAlive();
  }

  @Override
  public String toString() {
    List<Participation> past = calls();
    return "%s: %d calls, the last of them %s"
        .formatted(agent, past.size(), past.subList(Math.max(0, past.size() - 5), past.size()));
  }

  /** All its calls, in their order. */
  List<Participation> calls() {
    return new ArrayList<>(calls);
  }

  /** What should never have been, in words. */
  List<String> troubles() {
    return troubles;
  }

  @Override
  public void close() throws IOException {
    leaving = true;
    heal();
    Eventually.so(() -> synchronizer.registry().storeExists());
    synchronizer.close();
    for (FaultyWire wire : wires) {
      wire.close();
    }
  }

  private void takePart() {
    while (!leaving) {
      long begun = System.nanoTime();
      Optional<Told> told = meet();
      calls.add(new Participation(agent, agent, begun, told));
      noteIfLong(Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private Optional<Told> meet() {
    try {
      return Optional.of(
          Told.of(synchronizer.joinOrCreateSyncPoint(point, agent, all, timeout).join()));
    } catch (CompletionException | AgentSyncException e) {
      Throwable failure = e instanceof CompletionException ? e.getCause() : e;
      boolean named =
          failure instanceof StoreUnreachableException
              && wires.stream()
                  .allMatch(wire -> failure.getMessage().contains("127.0.0.1:" + wire.port()));
      if (!named) {
        troubles.add(agent + " failed by " + failure);
      }
      LockSupport.parkNanos(50_000_000);
      return Optional.empty();
    }
  }

  /** Ten seconds to take part at all, the timeout, two more, and some for a busy machine. */
  private void noteIfLong(Duration took) {
    if (took.compareTo(timeout.plusSeconds(15)) > 0) {
      troubles.add("%s waited for %d ms".formatted(agent, took.toMillis()));
    }
  }
}
