package io.agentsync.agent;

import io.agentsync.model.AgentStatus;
import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records of an agent as tests write them: each at the next second of one boot. */
final class Sheet {

  static final Profile PROFILE = new Profile("role", Set.of("x"), Map.of("k", "v"));

  private Sheet() {}

  static Moment at(long seconds) {
    return at(seconds, "here", "1");
  }

  static Moment at(long seconds, String boot, String namespace) {
    Duration time = Duration.ofSeconds(seconds);
    return new Moment(
        Instant.EPOCH.plus(time),
        Optional.of(new Domain(boot, Optional.of(namespace))),
        time.toNanos());
  }

  static Register register(String op, long number, String session) {
    return new Register(
        op, number, Optional.empty(), Optional.of(session), Optional.of(0), PROFILE, at(number));
  }

  static Register replacing(String op, long number, String session, String replaced) {
    return new Register(
        op,
        number,
        Optional.of(replaced),
        Optional.of(session),
        Optional.of(0),
        PROFILE,
        at(number));
  }

  static StatusChange status(String op, String registration, AgentStatus status) {
    return new StatusChange(op, registration, status, Optional.of("does " + op), at(5));
  }

  static Beat beat(String op, String registration, long seconds) {
    return new Beat(op, registration, at(seconds));
  }

  static Deregister deregister(String op, String registration) {
    return new Deregister(op, registration, at(9));
  }

  static Removed removed(String op, String after, boolean rotated) {
    return new Removed(op, Optional.of(after), rotated, at(9));
  }

  static Agent fold(AgentRecord... records) {
    Agent agent = Agent.startingAt(Head.FIRST);
    for (AgentRecord record : records) {
      agent.accept(record);
    }
    return agent;
  }
}
