package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.SyncResult;
import io.agentsync.model.SyncStatus;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the end of a meeting, and tells whoever sits at the terminal for whom. */
record Attendance(Invocation call, AgentSynchronizer synchronizer, String syncId) {

  private static final long GLANCE_MILLIS = 500;

  SyncResult await(CompletableFuture<SyncResult> meeting) {
    Set<String> told = Set.of();
    while (true) {
      try {
        return call.watched() ? meeting.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS) : meeting.get();
      } catch (TimeoutException e) {
        told = tell(told);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof AgentSyncException failure) {
          throw failure;
        }
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        // Nobody interrupts the one thread of a program, but an embedding test may.
        meeting.cancel(false);
        Thread.currentThread().interrupt();
        throw new Complaint(ExitCode.INTERRUPTED, "interrupted while waiting at " + syncId);
      }
    }
  }

  private Set<String> tell(Set<String> told) {
    SyncStatus status = synchronizer.getSyncStatus(syncId);
    if (status.open() && !status.missing().isEmpty() && !status.missing().equals(told)) {
      call.say("waiting at %s for %s".formatted(syncId, String.join(", ", status.missing())));
      return status.missing();
    }
    return told;
  }
}
