package io.agentsync.testkit;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.SyncOutcome;
import io.agentsync.syncpoint.End;
import io.agentsync.syncpoint.Generation;
import io.agentsync.testkit.Participation.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what participants say they were told against the journals of a sync point: all or nothing,
 * nobody early, once and in order (SP-3, SP-7, SP-9). To be asked when nobody takes part any more.
 */
public final class HistoryChecker {

  private final Map<Long, Generation> generations = new LinkedHashMap<>();
  private final List<Participation> calls;
  private final List<String> violations = new ArrayList<>();

  private HistoryChecker(List<Participation> calls) {
    this.calls = calls;
  }

  /**
   * What is wrong with a history, in words; empty if nothing is.
   *
   * @param calls all calls that were made at the sync point, those of one process in their order
   */
  public static List<String> violations(
      JournalStore store, JournalName point, List<Participation> calls) {
    HistoryChecker checker = new HistoryChecker(calls);
    checker.numbersFollowOneAnother(Pasts.generations(store, point));
    checker.everybodyIsToldTheSame();
    checker.nobodyIsEarly();
    checker.onceAndInOrder();
    return checker.violations;
  }

  private void numbersFollowOneAnother(List<Generation> all) {
    long last = 0;
    for (Generation generation : all) {
      if (generation.number() != last + 1) {
        violations.add("generation %d follows %d".formatted(generation.number(), last));
      }
      if (generation.open() && generation != all.get(all.size() - 1)) {
        violations.add(
            "generation %d never ended, but others follow".formatted(generation.number()));
      }
      last = generation.number();
      generations.put(last, generation);
    }
  }

  private void everybodyIsToldTheSame() {
    for (Participation call : calls) {
      Told told = call.told().filter(Told::aboutGeneration).orElse(null);
      if (told == null) {
        continue;
      }
      Generation generation = generations.get(told.generation());
      Optional<End> end = Optional.ofNullable(generation).flatMap(Generation::end);
      if (generation == null || end.isEmpty()) {
        violations.add("%s, of which no end is written".formatted(words(call)));
      } else if (end.get().outcome() != told.outcome()
          || !generation.arrived().equals(told.arrived())
          || !generation.missing().equals(told.missing())) {
        violations.add(
            "%s, but it ended %s with %s there and %s missing"
                .formatted(
                    words(call), end.get().outcome(), generation.arrived(), generation.missing()));
      }
    }
  }

  /** A completed generation had a call of each agent, made before anybody was told of its end. */
  private void nobodyIsEarly() {
    Map<Long, Long> firstTold = new HashMap<>();
    calls.forEach(call -> call.told().ifPresent(told -> earliest(firstTold, told)));
    firstTold.forEach(
        (number, at) -> {
          Generation generation = generations.get(number);
          if (generation != null) {
            agentsThatHadToCall(generation).stream()
                .filter(
                    agent -> calls.stream().noneMatch(call -> calledFor(call, agent, number, at)))
                .forEach(
                    agent ->
                        violations.add(
                            "generation %d let somebody pass before %s called"
                                .formatted(number, agent)));
          }
        });
  }

  private static void earliest(Map<Long, Long> firstTold, Told told) {
    if (told.outcome() == SyncOutcome.COMPLETED) {
      firstTold.merge(told.generation(), told.atNanos(), (a, b) -> a - b < 0 ? a : b);
    }
  }

  private static Set<String> agentsThatHadToCall(Generation generation) {
    return generation.spec().required();
  }

  /** One that was never told may have been for that generation, and its process killed since. */
  private static boolean calledFor(Participation call, String agent, long number, long toldAt) {
    return call.agent().equals(agent)
        && call.begunNanos() - toldAt <= 0
        && call.told().map(told -> told.generation() == number).orElse(true);
  }

  /** In one process an agent is told of later and later ones, and misses none that succeeded. */
  private void onceAndInOrder() {
    Map<String, Long> lastTold = new HashMap<>();
    for (Participation call : calls) {
      Told told = call.told().filter(Told::aboutGeneration).orElse(null);
      if (told != null) {
        String who = call.agent() + " in " + call.process();
        Long last = lastTold.put(who, told.generation());
        if (last != null && told.generation() <= last) {
          violations.add("%s, after it was told of %d".formatted(words(call), last));
        }
        for (long missed = last == null ? told.generation() : last + 1;
            missed < told.generation();
            missed++) {
          reportIfItSucceeded(missed, call);
        }
      }
    }
  }

  private void reportIfItSucceeded(long missed, Participation call) {
    Optional<End> end = Optional.ofNullable(generations.get(missed)).flatMap(Generation::end);
    if (end.filter(how -> how.outcome().success()).isPresent()) {
      violations.add("%s, but never of %d, which succeeded".formatted(words(call), missed));
    }
  }

  private static String words(Participation call) {
    Told told = call.told().orElseThrow();
    return "%s in %s was told that generation %d ended %s with %s there and %s missing"
        .formatted(
            call.agent(),
            call.process(),
            told.generation(),
            told.outcome(),
            told.arrived(),
            told.missing());
  }
}
