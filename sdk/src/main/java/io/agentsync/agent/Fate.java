package io.agentsync.agent;

/** What became of a record. */
public enum Fate {
  /** It took effect. */
  COUNTED,
  /** It came at a place where it means nothing. */
  VOID,
  /** It is not in the journal, or was damaged (J-6). */
  UNSEEN
}
