package io.agentsync.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTortureTest implements TortureContract {

  @TempDir Path directory;

  @Override
  public String location() {
    return directory.resolve("store").toString();
  }
}
