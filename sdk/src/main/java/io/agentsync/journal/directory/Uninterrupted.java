package io.agentsync.journal.directory;

/** Keeps an interrupt of the calling thread from closing a channel: it is put off, never lost. */
final class Uninterrupted {

  private Uninterrupted() {}

  static void run(Runnable work) {
    boolean interrupted = Thread.interrupted();
    try {
      work.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
