package io.agentsync.cli.render;

import io.agentsync.model.AgentStatus;
import io.agentsync.model.Liveness;
import io.agentsync.model.RegistryStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registered agents in numbers. */
record AgentNumbers(RegistryStats numbers) {

  List<String> lines(Style style) {
    if (numbers.total() == 0) {
      return List.of("No agents are registered.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        style.plain(
            "%s: %s; %s"
                .formatted(
                    Words.count(numbers.total(), "agent"),
                    occurring(numbers.byStatus()),
                    occurring(numbers.byLiveness()))));
    if (!numbers.capabilities().isEmpty()) {
      lines.add(
          style.plain(
              "Capabilities: "
                  + capabilities().entrySet().stream()
                      .map(each -> each.getKey() + " (" + each.getValue() + ")")
                      .collect(Collectors.joining(", "))));
    }
    return lines;
  }

  List<String> plain() {
    List<String> lines = new ArrayList<>();
    for (AgentStatus status : AgentStatus.values()) {
      lines.add(PlainLine.of("agents", "status", status, of(numbers.byStatus(), status)));
    }
    for (Liveness liveness : Liveness.values()) {
      lines.add(PlainLine.of("agents", "liveness", liveness, of(numbers.byLiveness(), liveness)));
    }
    capabilities()
        .forEach((name, number) -> lines.add(PlainLine.of("agents", "capability", name, number)));
    return lines;
  }

  Fields json() {
    Fields byStatus = new Fields();
    Stream.of(AgentStatus.values())
        .forEach(status -> byStatus.put(status.name(), of(numbers.byStatus(), status)));
    Fields byLiveness = new Fields();
    Stream.of(Liveness.values())
        .forEach(liveness -> byLiveness.put(liveness.name(), of(numbers.byLiveness(), liveness)));
    Fields capabilities = new Fields();
    capabilities().forEach(capabilities::put);
    return new Fields()
        .put("total", numbers.total())
        .object("byStatus", byStatus)
        .object("byLiveness", byLiveness)
        .object("capabilities", capabilities);
  }

  private TreeMap<String, Integer> capabilities() {
    return new TreeMap<>(numbers.capabilities());
  }

  private static <E extends Enum<E>> String occurring(Map<E, Integer> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }

  private static <E extends Enum<E>> int of(Map<E, Integer> counts, E key) {
    return counts.getOrDefault(key, 0);
  }
}
