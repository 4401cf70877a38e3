package io.agentsync.diagnosis;

import io.agentsync.syncpoint.Excuse;
import io.agentsync.syncpoint.Extend;
import io.agentsync.syncpoint.Generation;
import java.util.List;
import java.util.Optional;

/**
 * What operators have done to a generation beside ending it.
 *
 * @param excuses of those whom it does without, by agent
 * @param extensions what gave it more time, in order
 */
public record Repairs(List<Excuse> excuses, List<Extend> extensions) {

  /** Nothing was done. */
  public static final Repairs NONE = new Repairs(List.of(), List.of());

  /** What was done to a generation. */
  public static Repairs of(Generation generation) {
    return new Repairs(generation.excuses(), generation.extensions());
  }

  static String why(Optional<String> reason) {
    return reason.orElse("no reason was given");
  }
}
