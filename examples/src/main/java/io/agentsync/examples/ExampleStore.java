package io.agentsync.examples;

import java.nio.file.Path;

/** Where an example keeps its state: in what it was told, else in the directory shared-state. */
final class ExampleStore {

  private ExampleStore() {}

  static Path of(String... args) {
    return Path.of(args.length > 0 ? args[0] : "shared-state");
  }
}
