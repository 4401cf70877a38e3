package io.agentsync.syncpoint;

/**
 * An errand that may have to wait for the end of a generation, and can be given up meanwhile.
 *
 * @param <T> what it comes to
 */
public interface WaitingErrand<T> extends Errand<T> {

  /** The generation whose end is waited for; 0 while the errand has steps of its own to take. */
  long waitsFor();

  /** What is left to do if it is given up; unless the end was faster. */
  Errand<T> givenUp();
}
