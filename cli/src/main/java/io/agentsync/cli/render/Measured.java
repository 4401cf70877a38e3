package io.agentsync.cli.render;

/** An answer that is numbers too. */
public interface Measured extends Report {

  /** For Prometheus. */
  Metrics metrics();
}
