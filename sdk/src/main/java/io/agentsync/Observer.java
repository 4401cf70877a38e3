package io.agentsync;

import io.agentsync.diagnosis.Diagnosis;
import io.agentsync.diagnosis.Facts;
import io.agentsync.diagnosis.Repairs;
import io.agentsync.diagnosis.Roll;
import io.agentsync.follow.AgentReader;
import io.agentsync.follow.PointReader;
import io.agentsync.follow.PointReader.Reading;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.RegistrySurvey;
import io.agentsync.model.StoreDiagnosis;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.SyncStory;
import io.agentsync.model.TimeSource;
import io.agentsync.model.UnknownSyncPointException;
import io.agentsync.model.UnreadableSyncPointException;
import io.agentsync.syncpoint.DeadlineWatch;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks at sync points without taking part: it writes nothing. */
final class Observer {

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
    List<Problem> problems = new ArrayList<>();
    for (JournalName name : spaces.stream().flatMap(s -> store.list(s).stream()).toList()) {
      try {
        reader
            .read(name)
            .ifPresent(
                reading -> {
                  known(name, reading).ifPresent(found::add);
                  problems.addAll(reading.problems());
                });
      } catch (StoreException e) {
        problems.add(new Problem(e.place(), e.reason()));
      }
    }
    return new StoreSurvey(run, found, problems);
  }

  /** The sync points of one id, wherever they are. */
  List<SyncStatus> everywhere(String kind, String id) {
    return store.spaces(kind).stream()
        .map(space -> space.journal(id))
        .flatMap(name -> reader.read(name).flatMap(reading -> known(name, reading)).stream())
        .toList();
  }

  SyncDiagnosis diagnose(JournalName point) {
    return reader
        .read(point)
        .map(reading -> diagnose(status(point, reading), reading, agents.survey()))
        .or(() -> historian.newest(point).flatMap(past -> diagnoseCleanedUp(point, past)))
        .orElseThrow(() -> unknown(point));
  }

  SyncStory story(JournalName point) {
    return historian.story(point).orElseThrow(() -> unknown(point));
  }

  StoreDiagnosis diagnoseAll(List<Space> spaces) {
    List<SyncDiagnosis> found = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    RegistrySurvey registry = agents.survey();
    for (JournalName name : spaces.stream().flatMap(s -> store.list(s).stream()).toList()) {
      try {
        Optional<Reading> reading = reader.read(name);
        Optional<SyncStatus> status = reading.flatMap(read -> known(name, read));
        if (status.isPresent()) {
          found.add(diagnose(status.get(), reading.get(), registry));
        } else {
          reading.map(Reading::problems).ifPresent(problems::addAll);
        }
      } catch (StoreException e) {
        problems.add(new Problem(e.place(), e.reason()));
      }
    }
    return new StoreDiagnosis(found, problems);
  }

  private Optional<SyncDiagnosis> diagnoseCleanedUp(JournalName point, Reading past) {
    return known(point, past)
        .map(status -> Diagnosis.ofCleanedUp(facts(status, past, agents.survey())));
  }

  private SyncDiagnosis diagnose(SyncStatus status, Reading reading, RegistrySurvey registry) {
    return Diagnosis.of(facts(status, reading, registry));
  }

  private Facts facts(SyncStatus status, Reading reading, RegistrySurvey registry) {
    Moment now = time.now();
    Optional<Generation> newest = reading.point().newest();
    return new Facts(
        status,
        newest.flatMap(generation -> new DeadlineWatch().untilNext(generation, now)),
        newest.map(Observer::arrivals).orElse(Map.of()),
        newest.map(Generation::mismatches).orElse(List.of()),
        newest.map(Repairs::of).orElse(Repairs.NONE),
        reading.problems(),
        roll(status, registry),
        now.wall());
  }

  private static Map<String, Instant> arrivals(Generation generation) {
    Map<String, Instant> arrivals = new HashMap<>();
    generation.claims().forEach(claim -> arrivals.putIfAbsent(claim.agent(), claim.at().wall()));
    return arrivals;
  }

  /** Who is gone is asked only about those who may be waited for. */
  private Roll roll(SyncStatus status, RegistrySurvey survey) {
    List<Problem> problems = new ArrayList<>(survey.problems());
    Set<String> absent = new TreeSet<>(status.missing());
    survey.agents().forEach(agent -> absent.remove(agent.agentId()));
    Map<String, Instant> departed = new HashMap<>();
    for (String agent : absent) {
      try {
        agents.departed(agent).ifPresent(at -> departed.put(agent, at));
      } catch (StoreException e) {
        problems.add(new Problem(e.place(), e.reason()));
      }
    }
    return new Roll(survey.agents(), departed, problems.stream().distinct().toList());
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
