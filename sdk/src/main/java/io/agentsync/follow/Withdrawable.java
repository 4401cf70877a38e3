package io.agentsync.follow;

/** Something that somebody of this process waits for, and that can be taken back. */
interface Withdrawable {

  /** Takes it back, and returns when it is known what came of that. */
  void withdraw();
}
