package io.agentsync.examples;

/** Where an example keeps its state: in what it was told, else in the directory shared-state. */
final class ExampleStore {

  private ExampleStore() {}

  static String of(String... args) {
    return args.length > 0 ? args[0] : "shared-state";
  }
}
