package io.agentsync.journal.memory;

import io.agentsync.journal.JournalEngine;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Opens stores in memory, by name: everybody in this JVM who names the same one shares it. */
public final class MemoryEngine implements JournalEngine {

  private static final Map<String, MemoryStore> STORES = new ConcurrentHashMap<>();

  /** For {@link java.util.ServiceLoader}. */
  public MemoryEngine() {}

  @Override
  public String scheme() {
    return "memory";
  }

  @Override
  public JournalStore open(String location, Durability durability) {
    return STORES.computeIfAbsent(location, name -> new MemoryStore(name, durability));
  }
}
