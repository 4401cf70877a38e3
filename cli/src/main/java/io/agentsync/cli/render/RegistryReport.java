package io.agentsync.cli.render;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.Liveness;
import io.agentsync.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Registered agents, one a line.
 *
 * @param store where they are
 * @param now the present, which ages are relative to
 * @param agents whom to show, in order
 * @param staleAfter from when on silence is called stale; empty if nobody asked
 * @param problems what could not be read
 */
public record RegistryReport(
    String store,
    Instant now,
    List<AgentInfo> agents,
    Optional<Duration> staleAfter,
    List<Problem> problems)
    implements Report {

  @Override
  public List<String> table(Style style) {
    if (agents.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
    lines.add("");
    lines.addAll(rows().lines(style));
    lines.add("");
    lines.add(style.plain(sentence()));
    return lines;
  }

  @Override
  public List<String> plain() {
    return agents.stream()
        .map(
            agent ->
                PlainLine.of(
                    Stream.concat(Stream.of(AgentFields.plain(agent)), Stream.of(stale(agent)))
                        .toArray()))
        .toList();
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .objects(
            "agents",
            agents.stream()
                .map(agent -> AgentFields.json(agent).put("stale", stale(agent)))
                .toList())
        .objects("problems", PointFields.json(problems));
  }

  private Optional<Boolean> stale(AgentInfo agent) {
    return staleAfter.map(limit -> rows().stale(agent));
  }

  private AgentTable rows() {
    return new AgentTable(agents, now, staleAfter);
  }

  private String sentence() {
    String byLiveness =
        Stream.of(LivenessMark.values())
            .map(mark -> Liveness.valueOf(mark.name()))
            .filter(liveness -> count(liveness) > 0)
            .map(liveness -> count(liveness) + " " + liveness)
            .collect(Collectors.joining(", "));
    return Words.count(agents.size(), "agent") + ": " + byLiveness;
  }

  private long count(Liveness liveness) {
    return agents.stream().filter(agent -> agent.liveness() == liveness).count();
  }
}
