package io.agentsync.cli.live;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.monitor.Look;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.TimeSource;
import java.util.Optional;

/** Looks at a store, again and again; not safe for several threads. */
public final class Eyes {

  private final AgentSynchronizer synchronizer;
  private final TimeSource time;
  private boolean wasThere;

  /** Eyes that write nothing. */
  public Eyes(AgentSynchronizer synchronizer, TimeSource time) {
    this.synchronizer = synchronizer;
    this.time = time;
  }

  Look look(Optional<String> focus) {
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

  private Optional<SyncDiagnosis> diagnose(String syncId) {
    try {
      return Optional.of(synchronizer.diagnoseSyncIssues(syncId));
    } catch (AgentSyncException e) {
      // Cleaned up meanwhile, or unreadable: the survey says which.
      return Optional.empty();
    }
  }
}
