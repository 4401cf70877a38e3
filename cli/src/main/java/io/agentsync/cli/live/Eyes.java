package io.agentsync.cli.live;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.monitor.Look;
import io.agentsync.cli.monitor.PointId;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.TimeSource;
import java.util.Optional;
import java.util.function.Function;

/** Looks at a store, again and again; not safe for several threads. */
public final class Eyes {

  private final AgentSynchronizer synchronizer;
  private final Function<String, AgentSynchronizer> openRun;
  private final TimeSource time;
  private boolean wasThere;

  /**
   * Eyes that write nothing.
   *
   * @param synchronizer what they see
   * @param openRun opens the same store for one of its runs
   * @param time the present
   */
  public Eyes(
      AgentSynchronizer synchronizer,
      Function<String, AgentSynchronizer> openRun,
      TimeSource time) {
    this.synchronizer = synchronizer;
    this.openRun = openRun;
    this.time = time;
  }

  Look look(Optional<PointId> focus) {
    try {
      StoreSurvey survey = synchronizer.survey();
      // Asked afterwards: a store that vanishes while it is read looks empty.
      boolean isThere = synchronizer.locationExists();
      if (wasThere && !isThere) {
        return failed("there is nothing any more; it may have been moved or unmounted");
      }
      wasThere = isThere;
      Optional<SyncDiagnosis> diagnosis = focus.flatMap(this::diagnose);
      return new Look.Seen(time.now().wall(), survey, diagnosis);
    } catch (StoreException e) {
      return new Look.Failed(time.now().wall(), new Problem(e.place(), e.reason()));
    } catch (AgentSyncException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private Look failed(String reason) {
    return new Look.Failed(time.now().wall(), new Problem(synchronizer.location(), reason));
  }

  private Optional<SyncDiagnosis> diagnose(PointId point) {
    if (point.run().isEmpty() || point.run().equals(synchronizer.run())) {
      return diagnose(synchronizer, point.syncId());
    }
    try (AgentSynchronizer ofRun = openRun.apply(point.run().get())) {
      return diagnose(ofRun, point.syncId());
    }
  }

  private static Optional<SyncDiagnosis> diagnose(AgentSynchronizer where, String syncId) {
    try {
      return Optional.of(where.diagnoseSyncIssues(syncId));
    } catch (AgentSyncException e) {
      // Cleaned up meanwhile, or unreadable: the survey says which.
      return Optional.empty();
    }
  }
}
