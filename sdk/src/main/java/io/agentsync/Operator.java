package io.agentsync;

import io.agentsync.follow.Rehearsal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncRepair;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.TimeSource;
import io.agentsync.syncpoint.OperatorAct;
import io.agentsync.syncpoint.Repair;
import java.util.Optional;

/** Repairs sync points by hand, in the name of the user who runs this process (SP-16). */
record Operator(JournalStore store, Observer observer, Membership membership, TimeSource time) {

  private static final String NAMELESS = "?";

  RepairReport repair(JournalName point, SyncRepair how) {
    SyncStatus found = observer.status(point);
    return membership
        .session()
        .carry(point, errand(point, how))
        .inRun(point.space().run())
        .foundAs(found);
  }

  RepairReport preview(JournalName point, SyncRepair how) {
    observer.status(point);
    return new Rehearsal(store)
        .of(errand(point, how), point, time.now())
        .inRun(point.space().run());
  }

  private Repair errand(JournalName point, SyncRepair how) {
    String place = point.space().in(store.location());
    return Repair.of(point.id(), place, OperatorAct.of(how, user()));
  }

  private static String user() {
    // What Java says where the system has a number for the user, but no name.
    return Optional.ofNullable(System.getProperty("user.name"))
        .filter(name -> !name.isBlank() && !name.equals(NAMELESS))
        .orElse("unknown");
  }
}
