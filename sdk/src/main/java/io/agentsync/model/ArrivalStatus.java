package io.agentsync.model;

/** What an agent says of its own part as it arrives (SP-8). */
public enum ArrivalStatus {
  /** It is there, and its part is done. */
  OK,
  /** Its part failed: the meeting is aborted, unless a quorum decides; then it abstains. */
  FAILED,
  /** It is there and holds up nobody, but does not count towards a quorum. */
  ABSTAIN
}
