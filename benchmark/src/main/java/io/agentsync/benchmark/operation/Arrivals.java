package io.agentsync.benchmark.operation;

import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The arrivals of one generation, as agents of one process write them. */
final class Arrivals {

  private static final Moment AT =
      new Moment(
          Instant.parse("2025-01-01T12:00:00Z"),
          Optional.of(
              new Domain("47d70afe-c29c-430b-a0cd-342d0f50b20f", Optional.of("4026531834"))),
          17_282_921_333_337L);

  private Arrivals() {}

  /** The first says who is required, the others that they mean the same. */
  static List<Arrive> of(int agents) {
    Set<String> required =
        IntStream.range(0, agents).mapToObj(Arrivals::name).collect(Collectors.toSet());
    Spec spec = new Spec(required, CompletionRule.ALL, Duration.ofSeconds(30));
    return IntStream.range(0, agents)
        .mapToObj(
            agent ->
                new Arrive(
                    op(agent),
                    1,
                    name(agent),
                    Optional.of("3n0n0yrmbuysw"),
                    agent == 0
                        ? new View(Optional.of(spec), Optional.empty())
                        : new View(Optional.empty(), Optional.of(op(0))),
                    Optional.empty(),
                    AT))
        .toList();
  }

  private static String name(int agent) {
    return "agent-" + agent;
  }

  private static String op(int number) {
    return "3nyf7ui8thwd6-" + Integer.toString(number, Character.MAX_RADIX);
  }
}
