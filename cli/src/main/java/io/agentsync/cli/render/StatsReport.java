package io.agentsync.cli.render;

import io.agentsync.model.Problem;
import io.agentsync.model.RegistryStats;
import io.agentsync.model.SyncStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole store in numbers.
 *
 * @param store where it is
 * @param meetings what became of meetings
 * @param agents who is registered
 * @param problems all that could not be read
 * @param unhealthy what needs a look; empty if nobody asked
 */
public record StatsReport(
    String store,
    SyncStatistics meetings,
    RegistryStats agents,
    List<Problem> problems,
    Optional<List<Unhealthy>> unhealthy)
    implements Measured {

  @Override
  public List<String> table(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
    lines.add("");
    lines.addAll(new MeetingNumbers(meetings).lines(style));
    lines.add("");
    lines.addAll(new AgentNumbers(agents).lines(style));
    lines.add("");
    lines.addAll(storeNumbers().lines(style));
    unhealthy.ifPresent(found -> lines.addAll(verdict(found, style)));
    return lines;
  }

  @Override
  public List<String> plain() {
    List<String> lines = new ArrayList<>(new MeetingNumbers(meetings).plain());
    lines.addAll(new AgentNumbers(agents).plain());
    lines.addAll(storeNumbers().plain());
    unhealthy.ifPresent(
        found ->
            found.forEach(
                each ->
                    lines.add(
                        PlainLine.of("unhealthy", each.kind().label(), each.id(), each.reason()))));
    return lines;
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store).all(content());
  }

  @Override
  public Metrics metrics() {
    return StoreMetrics.of(meetings, agents, problems, unhealthy.map(List::size));
  }

  Fields content() {
    return new MeetingNumbers(meetings)
        .json()
        .object("agents", new AgentNumbers(agents).json())
        .object("storeHealth", storeNumbers().json())
        .put("healthy", unhealthy.map(List::isEmpty))
        .put(
            "unhealthy",
            unhealthy.map(found -> found.stream().map(each -> json(each).asMap()).toList()))
        .objects("problems", PointFields.json(problems));
  }

  private StoreNumbers storeNumbers() {
    return new StoreNumbers(meetings.store(), problems);
  }

  private static List<String> verdict(List<Unhealthy> found, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    if (found.isEmpty()) {
      lines.add(style.paint(Tone.GOOD, "HEALTHY"));
      return lines;
    }
    Table table = new Table("UNHEALTHY", "ID", "REASON");
    for (Unhealthy each : found) {
      table.row(
          Table.cell(Tone.BAD, each.kind().label()),
          Table.cell(Tone.STRONG, each.id()),
          Table.cell(each.reason()));
    }
    lines.addAll(table.lines(style));
    lines.add("");
    lines.add(style.paint(Tone.BAD, "UNHEALTHY: " + sentence(found)));
    return lines;
  }

  private static String sentence(List<Unhealthy> found) {
    long agents = found.stream().filter(each -> each.kind() == Unhealthy.Kind.AGENT).count();
    long points = found.size() - agents;
    return Stream.of(
            points == 0 ? "" : Words.count(points, "sync point"),
            agents == 0 ? "" : Words.count(agents, "agent"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static Fields json(Unhealthy each) {
    return new Fields()
        .put("kind", each.kind().label())
        .put("id", each.id())
        .put("reason", each.reason());
  }
}
