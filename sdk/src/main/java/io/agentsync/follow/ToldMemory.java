package io.agentsync.follow;

import io.agentsync.journal.JournalName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which generations the agents of this session have been told the outcome of (SP-3). */
final class ToldMemory {

  private record Key(JournalName point, String agent) {}

  private final Map<Key, Long> told = new ConcurrentHashMap<>();

  /** The last generation of a point whose outcome an agent has been told; 0 if none. */
  long lastTold(JournalName point, String agent) {
    return told.getOrDefault(new Key(point, agent), 0L);
  }

  void tell(JournalName point, String agent, long generation) {
    told.merge(new Key(point, agent), generation, Math::max);
  }
}
