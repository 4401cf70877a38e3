package io.agentsync.syncpoint.explorer;

import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has become known to anybody; no process can see it, only invariants do. */
record Chronicle(
    Map<Long, Fact> told, Map<Integer, String> rounds, Set<String> takenBack, long highest) {

  /** What was told of a generation. */
  record Fact(String nonce, SyncOutcome outcome, Set<String> required, Set<String> arrived) {
    static Fact of(Event.Told told) {
      SyncResult result = told.result();
      return new Fact(
          told.generation().nonce(), result.outcome(), result.required(), result.arrived());
    }
  }

  static Chronicle empty() {
    return new Chronicle(Map.of(), Map.of(), Set.of(), 0);
  }

  Chronicle with(Event event) {
    if (event instanceof Event.Told news) {
      Map<Long, Fact> more = new TreeMap<>(told);
      more.putIfAbsent(news.result().generation(), Fact.of(news));
      Map<Integer, String> moreRounds = new TreeMap<>(rounds);
      if (news.result().success()) {
        moreRounds.putIfAbsent(news.actor().rounds + 1, news.generation().nonce());
      }
      return new Chronicle(more, moreRounds, takenBack, highest);
    }
    if (event instanceof Event.TakenBack news) {
      Set<String> more = new TreeSet<>(takenBack);
      more.add(news.claim());
      return new Chronicle(told, rounds, more, highest);
    }
    return event instanceof Event.Opened opened
        ? new Chronicle(told, rounds, takenBack, Math.max(highest, opened.number()))
        : this;
  }
}
