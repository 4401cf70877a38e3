package io.agentsync.model;

import java.util.Set;

/** The open generation of a sync point does not need that agent, so it cannot be excused. */
public final class NotRequiredException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  /**
   * An error that names who is needed, and who may have been meant.
   *
   * @param syncId the sync point
   * @param generation the open generation
   * @param agent who is not required there
   * @param required who is
   */
  public NotRequiredException(String syncId, long generation, String agent, Set<String> required) {
    super(
        "Generation %d of \"%s\" does not require \"%s\" but %s%s"
            .formatted(
                generation,
                syncId,
                agent,
                String.join(", ", required),
                NearNames.question(NearNames.of(agent, required))));
  }
}
