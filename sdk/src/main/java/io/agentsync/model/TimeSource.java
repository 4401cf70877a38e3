package io.agentsync.model;

/** Where the present comes from: the system at the edge, a hand-turned one in tests. */
@FunctionalInterface
public interface TimeSource {

  /** The present moment; monotonic within its domain. May be called by any thread. */
  Moment now();
}
