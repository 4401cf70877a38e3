package io.agentsync;

import io.agentsync.follow.ClockCheck;
import io.agentsync.follow.Inspection;
import io.agentsync.journal.Checkup;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Check;
import io.agentsync.model.RegistrySurvey;
import io.agentsync.model.TimeSource;
import java.util.ArrayList;
import java.util.List;

/** Looks whether a store is fit to be shared: first at its place, then at what it holds. */
record Examination(JournalStore store, String kind, TimeSource time) {

  List<Check> run(RegistrySurvey registry) {
    List<Check> found = new ArrayList<>(place());
    Inspection inspection = new Inspection(store, kind);
    found.add(ClockCheck.look(time));
    found.add(inspection.journals());
    found.add(inspection.tombstones());
    found.add(inspection.sessions());
    found.add(Inspection.registry(registry));
    return found;
  }

  List<Check> place() {
    return store instanceof Checkup place ? place.checkUp() : List.of();
  }
}
