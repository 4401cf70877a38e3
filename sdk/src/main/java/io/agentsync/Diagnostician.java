package io.agentsync;

import io.agentsync.deadlock.Gathering;
import io.agentsync.deadlock.Outlook;
import io.agentsync.deadlock.Waits;
import io.agentsync.diagnosis.Diagnosis;
import io.agentsync.diagnosis.Facts;
import io.agentsync.diagnosis.Gone;
import io.agentsync.diagnosis.Repairs;
import io.agentsync.follow.AgentReader;
import io.agentsync.follow.GatheringReader;
import io.agentsync.follow.PointReader.Reading;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Blocker;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.TimeSource;
import io.agentsync.syncpoint.DeadlineWatch;
import io.agentsync.syncpoint.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what the diagnosis has to know of sync points, and asks it. */
final class Diagnostician {

  private final GatheringReader reader;
  private final RegistryFacts registry;
  private final TimeSource time;

  /** One that sees the registry as it is now. */
  Diagnostician(JournalStore store, AgentReader agents, TimeSource time) {
    this.reader = new GatheringReader(store);
    this.registry = new RegistryFacts(agents);
    this.time = time;
  }

  /**
   * A sync point that has been read.
   *
   * @param name its journal
   * @param status its newest generation, as it is shown
   * @param newest the same as it is; empty if none has been opened
   * @param problems records that could not be read
   */
  record Known(
      JournalName name, SyncStatus status, Optional<Generation> newest, List<Problem> problems) {

    static Known of(JournalName name, SyncStatus status, Reading reading) {
      return new Known(name, status, reading.point().newest(), reading.problems());
    }

    Optional<Gathering> gathering() {
      return newest.flatMap(generation -> Gathering.of(name.id(), generation));
    }
  }

  SyncDiagnosis cleanedUp(Known point) {
    return Diagnosis.ofCleanedUp(facts(point, Optional.empty()));
  }

  /** One sync point; those of its run are read as well if it waits for somebody. */
  SyncDiagnosis one(Known point) {
    return Diagnosis.of(facts(point, point.gathering().flatMap(own -> outlook(point.name(), own))));
  }

  /** One of the sync points that {@link #waits} was told of. */
  SyncDiagnosis among(Waits waits, Known point) {
    return Diagnosis.of(facts(point, waits.at(point.name().id())));
  }

  /** Who waits for whom at the sync points of one run, or of no run. */
  Waits waits(List<Known> points) {
    List<Gathering> all = gatherings(points);
    Set<String> awaited = new TreeSet<>();
    all.forEach(gathering -> awaited.addAll(gathering.missing()));
    return waits(all, awaited);
  }

  /** Whom many of them wait for in the end, by who waits alone; the registry is not asked. */
  static List<Blocker> blockers(Optional<String> run, List<Known> points) {
    return new Waits(gatherings(points), Map.of()).blockers(run);
  }

  private Optional<Outlook> outlook(JournalName name, Gathering own) {
    List<Gathering> all = new ArrayList<>();
    all.add(own);
    reader.read(name.space()).stream()
        .filter(other -> !other.syncId().equals(name.id()))
        .forEach(all::add);
    Set<String> awaited = new Waits(all, Map.of()).dependsOn(name.id());
    return waits(all, awaited).at(name.id());
  }

  private static List<Gathering> gatherings(List<Known> points) {
    return points.stream().flatMap(point -> point.gathering().stream()).toList();
  }

  private Waits waits(List<Gathering> all, Set<String> awaited) {
    return new Waits(all, Gone.among(awaited, all, registry.of(awaited), time.now().wall()));
  }

  private Facts facts(Known known, Optional<Outlook> outlook) {
    Moment now = time.now();
    Set<String> awaited = new TreeSet<>(known.status().missing());
    outlook.ifPresent(it -> awaited.addAll(it.agents()));
    return new Facts(
        known.status(),
        known.newest().flatMap(generation -> new DeadlineWatch().untilNext(generation, now)),
        known.newest().map(Diagnostician::arrivals).orElse(Map.of()),
        known.newest().map(Generation::mismatches).orElse(List.of()),
        known.newest().map(Repairs::of).orElse(Repairs.NONE),
        known.problems(),
        registry.of(awaited),
        outlook,
        now.wall());
  }

  private static Map<String, Instant> arrivals(Generation generation) {
    Map<String, Instant> arrivals = new HashMap<>();
    generation.claims().forEach(claim -> arrivals.putIfAbsent(claim.agent(), claim.at().wall()));
    return arrivals;
  }
}
