package io.agentsync;

import io.agentsync.Diagnostician.Known;
import io.agentsync.deadlock.Waits;
import io.agentsync.follow.AgentReader;
import io.agentsync.follow.PointReader;
import io.agentsync.follow.PointReader.Reading;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Blocker;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreDiagnosis;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.SyncStory;
import io.agentsync.model.TimeSource;
import io.agentsync.model.UnknownSyncPointException;
import io.agentsync.model.UnreadableSyncPointException;
import io.agentsync.syncpoint.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks at sync points without taking part: it writes nothing. */
final class Observer {

  /** From so many on it pays to have all processors at it. */
  private static final int MANY = 256;

  private final JournalStore store;
  private final PointReader reader;
  private final AgentReader agents;
  private final Historian historian;
  private final TimeSource time;

  Observer(JournalStore store, TimeSource time) {
    this.store = store;
    this.reader = new PointReader(store);
    this.agents = new AgentReader(store, time);
    this.historian = new Historian(store, time);
    this.time = time;
  }

  SyncStatus status(JournalName point) {
    return status(point, read(point));
  }

  boolean hasEnded(JournalName point) {
    return reader
        .read(point)
        .flatMap(reading -> reading.point().newest())
        .filter(newest -> !newest.open())
        .isPresent();
  }

  StoreSurvey survey(Optional<String> run, List<Space> spaces) {
    List<SyncStatus> found = new ArrayList<>();
    List<Blocker> blockers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Space space : spaces) {
      List<Known> points = readAll(space, problems);
      points.forEach(point -> problems.addAll(point.problems()));
      found.addAll(points.stream().map(Known::status).toList());
      blockers.addAll(Diagnostician.blockers(space.run(), points));
    }
    return new StoreSurvey(run, found, blockers, problems);
  }

  /** The sync points of one id, wherever they are. */
  List<SyncStatus> everywhere(String kind, String id) {
    return store.spaces(kind).stream()
        .map(space -> space.journal(id))
        .flatMap(name -> reader.read(name).flatMap(reading -> known(name, reading)).stream())
        .toList();
  }

  SyncDiagnosis diagnose(JournalName point) {
    Diagnostician diagnostician = new Diagnostician(store, agents, time);
    return reader
        .read(point)
        .map(found -> diagnostician.one(Known.of(point, status(point, found), found)))
        .or(
            () ->
                historian
                    .newest(point)
                    .flatMap(past -> find(point, past))
                    .map(diagnostician::cleanedUp))
        .orElseThrow(() -> unknown(point));
  }

  SyncStory story(JournalName point) {
    return historian.story(point).orElseThrow(() -> unknown(point));
  }

  StoreDiagnosis diagnoseAll(List<Space> spaces) {
    Diagnostician diagnostician = new Diagnostician(store, agents, time);
    List<SyncDiagnosis> found = new ArrayList<>();
    List<Blocker> blockers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Space space : spaces) {
      List<Known> points = readAll(space, problems);
      Waits waits = diagnostician.waits(points);
      blockers.addAll(waits.blockers(space.run()));
      points.forEach(point -> found.add(diagnostician.among(waits, point)));
    }
    return new StoreDiagnosis(found, blockers, problems);
  }

  /**
   * All sync points of a space.
   *
   * @param problems is given why others are not among them
   */
  private List<Known> readAll(Space space, List<Problem> problems) {
    List<JournalName> names = store.list(space);
    List<Look> looks = names.size() < MANY ? lookAtEach(names) : lookAtMany(space, names);
    looks.forEach(look -> problems.addAll(look.problems()));
    return looks.stream().flatMap(look -> look.known().stream()).toList();
  }

  private List<Look> lookAtMany(Space space, List<JournalName> names) {
    try {
      return reader.readMany(space, names, this::look);
    } catch (StoreException e) {
      // Each says what is wrong with it.
      return lookAtEach(names);
    }
  }

  private List<Look> lookAtEach(List<JournalName> names) {
    return names.stream().map(name -> look(name, reader::read)).toList();
  }

  private Look look(JournalName name, Function<JournalName, Optional<Reading>> reads) {
    try {
      Optional<Reading> reading = reads.apply(name);
      Optional<Known> known = reading.flatMap(read -> find(name, read));
      // What is wrong with one that is known, that one says itself.
      return new Look(
          known, known.isPresent() ? List.of() : reading.map(Reading::problems).orElse(List.of()));
    } catch (StoreException e) {
      return new Look(Optional.empty(), List.of(new Problem(e.place(), e.reason())));
    }
  }

  /** A sync point, or why it is not known. */
  private record Look(Optional<Known> known, List<Problem> problems) {}

  private Optional<Known> find(JournalName name, Reading reading) {
    return known(name, reading).map(status -> Known.of(name, status, reading));
  }

  private Reading read(JournalName point) {
    return reader.read(point).orElseThrow(() -> unknown(point));
  }

  private SyncStatus status(JournalName point, Reading reading) {
    return known(point, reading)
        .orElseThrow(
            () ->
                reading.problems().isEmpty()
                    ? unknown(point)
                    : new UnreadableSyncPointException(point.id(), reading.problems()));
  }

  private Optional<SyncStatus> known(JournalName point, Reading reading) {
    return Reports.status(point.id(), reading.point(), time.now())
        .map(status -> status.inRun(point.space().run()));
  }

  private UnknownSyncPointException unknown(JournalName point) {
    return new UnknownSyncPointException(point.id(), point.space().in(store.location()));
  }
}
