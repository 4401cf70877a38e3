package io.agentsync.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectorySynchronizerTest implements SynchronizerContract {

  @TempDir Path directory;

  @Override
  public String location() {
    return directory.resolve("store").toString();
  }
}
