package io.agentsync.syncpoint;

import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Short words for records, as the tests of the rules write them; one second passes per record. */
final class Records {

  static final Domain HERE = new Domain("boot-1", Optional.empty());
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final SyncPoint point;
  private long seconds;

  Records() {
    this(Head.FIRST);
  }

  Records(Head head) {
    point = SyncPoint.startingAt(head);
  }

  SyncPoint point() {
    return point;
  }

  Generation generation(long number) {
    return point.generation(number).orElseThrow();
  }

  static Moment at(long seconds) {
    return new Moment(
        Instant.EPOCH.plusSeconds(seconds),
        Optional.of(HERE),
        Duration.ofSeconds(seconds).toNanos());
  }

  static Spec spec(String... agents) {
    return new Spec(new TreeSet<>(Set.of(agents)), CompletionRule.ALL, TIMEOUT);
  }

  Moment now() {
    return at(seconds);
  }

  Records declare(String op, long generation, Spec spec) {
    return add(new Declare(op, generation, spec, tick()));
  }

  Records arrive(String op, long generation, String agent, Spec view) {
    return add(arrival(op, generation, agent, View.of(view), Optional.empty()));
  }

  Records arriveLike(String op, long generation, String agent, String nonce) {
    return add(arrival(op, generation, agent, View.like(nonce), Optional.empty()));
  }

  Records arriveWithin(String op, long generation, String agent, Spec view, Duration timeout) {
    return add(arrival(op, generation, agent, View.of(view), Optional.of(timeout)));
  }

  Records withdraw(String op, long generation, String nonce, String claim) {
    return add(new Withdraw(op, generation, nonce, claim, "any", tick()));
  }

  Records timeout(String op, long generation, String nonce, String deadline) {
    return add(new Timeout(op, generation, nonce, deadline, tick()));
  }

  Records force(String op, long generation, String nonce) {
    return add(new Force(op, generation, nonce, "operator", Optional.of("because"), tick()));
  }

  Records abort(String op, long generation, String nonce) {
    return add(new Abort(op, generation, nonce, "operator", Optional.of("enough"), tick()));
  }

  Records removed(String op, long generation, String nonce, boolean rotated) {
    return add(new Removed(op, generation, nonce, rotated, tick()));
  }

  Records add(SyncRecord record) {
    point.accept(record);
    return this;
  }

  Moment tick() {
    seconds++;
    return now();
  }

  private Arrive arrival(
      String op, long generation, String agent, View view, Optional<Duration> timeout) {
    return new Arrive(op, generation, agent, Optional.of("s-" + agent), view, timeout, tick());
  }
}
