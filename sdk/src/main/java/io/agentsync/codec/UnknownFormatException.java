package io.agentsync.codec;

/** A journal that was begun in a format this version does not know: it must not take part (J-4). */
public final class UnknownFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownFormatException(long version, long known) {
    super(
        "is in format %d, and this version of agent-sync knows format %d only; use the version that wrote it"
            .formatted(version, known),
        null,
        false,
        false);
  }
}
