package io.agentsync.journal;

import io.agentsync.journal.JournalStore.Session;
import java.util.SortedMap;

/** The rule of what a session may note, for engines to ask before they write anything. */
public final class Notes {

  private Notes() {}

  /**
   * Checks notes by the rule of {@link Session#note}.
   *
   * @param notes by slot
   * @throws IllegalArgumentException if one of them breaks it
   */
  public static void require(SortedMap<Integer, byte[]> notes) {
    notes.forEach(
        (slot, note) -> {
          if (slot < 0 || slot >= Session.MOST_NOTES) {
            throw new IllegalArgumentException(
                "There is no slot %d for a note: they go from 0 to %d."
                    .formatted(slot, Session.MOST_NOTES - 1));
          }
          if (note.length > Session.LONGEST_NOTE) {
            throw new IllegalArgumentException(
                "The note in slot %d has %d bytes; at most %d fit."
                    .formatted(slot, note.length, Session.LONGEST_NOTE));
          }
          if (!fitsOnALine(note)) {
            throw new IllegalArgumentException(
                "The note in slot %d has a line feed in it, or a blank at its end."
                    .formatted(slot));
          }
        });
  }

  private static boolean fitsOnALine(byte[] note) {
    for (byte each : note) {
      if (each == '\n') {
        return false;
      }
    }
    byte last = note.length == 0 ? (byte) '}' : note[note.length - 1];
    return last != ' ' && last != 0;
  }
}
