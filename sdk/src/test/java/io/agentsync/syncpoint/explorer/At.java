package io.agentsync.syncpoint.explorer;

/** Where a process is: each name says what it does next, in one step that nobody can cut in two. */
enum At {
  IDLE("calls, and"),
  OPEN("opens what stands under the name"),
  LOOK("reads what it has opened"),
  TOMB("reads the tombstone"),
  TAKE("writes the tombstone for a journal that is over"),
  MOVE("moves the journal away"),
  READ("reads on"),
  STANDS("looks whether what it has found still stands"),
  CHECK("looks whether its journal still stands"),
  LAST("reads on in what was moved away"),
  CREATE("creates the journal, or finds one"),
  FIRST("reads what it created or found"),
  WRITE("appends"),
  AGAIN("reads the tombstone again"),
  DOUBT("reads on, to see whether its journal is stale"),
  WAIT("wakes up and reads on"),
  LOCK("takes the removal lock and reads on"),
  CLOSE("appends"),
  CLOSED("reads back"),
  BURY("writes the tombstone"),
  OVER("is done");

  private final String words;

  At(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
