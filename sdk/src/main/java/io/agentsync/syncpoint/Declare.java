package io.agentsync.syncpoint;

import io.agentsync.model.Moment;

/**
 * Opens a generation that nobody is in yet; its spec binds this one and later ones (SP-2).
 *
 * @param op operation id
 * @param generation the number it opens
 * @param spec what it needs
 * @param at when it was written
 */
public record Declare(String op, long generation, Spec spec, Moment at) implements SyncRecord {
  @Override
  public void applyTo(SyncPoint point) {
    point.declare(this);
  }
}
