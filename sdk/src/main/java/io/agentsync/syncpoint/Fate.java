package io.agentsync.syncpoint;

/** What became of an arrival. */
public enum Fate {
  /** It counts in the generation it is for. */
  COUNTED,
  /** It was taken back. */
  WITHDRAWN,
  /** It was turned away for expecting another set (SP-2). */
  MISMATCHED,
  /** It came at a place where it means nothing (J-3). */
  VOID,
  /** It is not in the journal, or was damaged (J-6). */
  UNSEEN
}
