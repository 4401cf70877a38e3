package io.agentsync;

import io.agentsync.model.SyncResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What an agent was last told at each sync point, and what it still waits for there. */
final class RememberedResults {

  /** By sync point, the newest call first. */
  private final Map<String, List<CompletableFuture<SyncResult>>> calls = new ConcurrentHashMap<>();

  /** Remembers what this call is told, from the moment on at which it is. */
  CompletableFuture<SyncResult> remember(String syncId, CompletableFuture<SyncResult> call) {
    calls.merge(syncId, List.of(call), (known, added) -> join(call, known));
    return call;
  }

  /** The result of the newest call that has one. */
  Optional<SyncResult> latest(String syncId) {
    return calls.getOrDefault(syncId, List.of()).stream()
        .filter(RememberedResults::told)
        .findFirst()
        .map(CompletableFuture::join);
  }

  /** Withdraws whatever is still waited for. */
  void withdrawAll() {
    calls.values().forEach(all -> all.forEach(call -> call.cancel(false)));
  }

  private static List<CompletableFuture<SyncResult>> join(
      CompletableFuture<SyncResult> call, List<CompletableFuture<SyncResult>> known) {
    Stream<CompletableFuture<SyncResult>> newest =
        known.stream().filter(RememberedResults::told).limit(1);
    Stream<CompletableFuture<SyncResult>> waiting = known.stream().filter(other -> !other.isDone());
    return Stream.of(Stream.of(call), waiting, newest).flatMap(some -> some).toList();
  }

  private static boolean told(CompletableFuture<SyncResult> call) {
    return call.isDone() && !call.isCompletedExceptionally();
  }
}
