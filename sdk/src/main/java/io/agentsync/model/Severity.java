package io.agentsync.model;

/**
 * How much a {@link Finding} matters: anything above {@link #INFO} makes a sync point unhealthy.
 */
public enum Severity {
  INFO,
  WARNING,
  ERROR
}
