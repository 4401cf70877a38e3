package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.Names;
import io.agentsync.model.SyncOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Says how a generation ended, for those who read the tail of a journal; decides nothing (J-8). It
 * is written after what it tells has been made durable.
 *
 * @param op operation id
 * @param generation which generation
 * @param nonce its nonce
 * @param outcome how it ended
 * @param arrived who was there, sorted
 * @param missing who was not, sorted
 * @param excused who was excused, sorted
 * @param took from the first arrival to the end
 * @param reason why it ended that way
 * @param actor who ended it
 * @param at when it was written
 */
public record Ended(
    String op,
    long generation,
    String nonce,
    SyncOutcome outcome,
    Set<String> arrived,
    Set<String> missing,
    Set<String> excused,
    Duration took,
    Optional<String> reason,
    Optional<String> actor,
    Moment at)
    implements SyncRecord {

  public Ended {
    arrived = Names.sorted(arrived);
    missing = Names.sorted(missing);
    excused = Names.sorted(excused);
  }

  @Override
  public void applyTo(SyncPoint point) {
    point.known(generation, nonce).ifPresent(Generation::announce);
  }
}
