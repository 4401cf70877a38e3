package io.agentsync;

import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Names;
import java.util.Map;
import java.util.Optional;

/** Which run agents are in: the one that was said, else {@code AGENT_SYNC_RUN}, else none. */
public final class RunName {

  /** The environment variable that names the run. */
  public static final String VARIABLE = "AGENT_SYNC_RUN";

  private RunName() {}

  /**
   * Finds the run.
   *
   * @param said what the caller said, if anything
   * @param environment the environment variables
   * @throws InvalidRequestException if it breaks the rule for names
   */
  public static Optional<String> find(Optional<String> said, Map<String, String> environment) {
    return said.or(() -> Optional.ofNullable(environment.get(VARIABLE)).filter(v -> !v.isBlank()))
        .map(name -> Names.require("run", name));
  }
}
