package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import java.util.Optional;

/** Looks for one thing that may be the matter with a sync point. */
interface Rule {

  /** The stable name of what it finds; also of its page in {@code docs/rules}. */
  String code();

  /** What it found. */
  Optional<Finding> check(Facts facts);
}
