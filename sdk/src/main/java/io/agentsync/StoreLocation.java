package io.agentsync;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the state is: what was said, else {@code AGENT_SYNC_STORE}, else {@code
 * $XDG_STATE_HOME/agent-sync}, else {@code ~/.local/state/agent-sync}.
 *
 * @param location a directory, or a URI whose scheme names an engine
 * @param given whether somebody named it; a place that was named and is not there is a mistake
 */
public record StoreLocation(String location, boolean given) {

  /** The environment variable that names the store. */
  public static final String VARIABLE = "AGENT_SYNC_STORE";

  /**
   * Finds the location.
   *
   * @param said what the caller said, if anything
   * @param environment the environment variables
   */
  public static StoreLocation find(Optional<String> said, Map<String, String> environment) {
    return said.or(() -> named(environment, VARIABLE))
        .map(location -> new StoreLocation(location, true))
        .orElseGet(() -> new StoreLocation(byDefault(environment).toString(), false));
  }

  private static Path byDefault(Map<String, String> environment) {
    return named(environment, "XDG_STATE_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
        .resolve("agent-sync");
  }

  private static Optional<String> named(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }
}
