package io.agentsync.testkit;

import java.util.UUID;

class MemorySynchronizerTest implements SynchronizerContract {

  private final String location = "memory://" + UUID.randomUUID();

  @Override
  public String location() {
    return location;
  }
}
