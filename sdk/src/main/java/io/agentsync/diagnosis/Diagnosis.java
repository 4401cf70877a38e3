package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Problem;
import io.agentsync.model.SyncDiagnosis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the rules over the facts of one sync point. */
public final class Diagnosis {

  private static final List<Rule> RULES =
      List.of(
          new Deadlock(),
          new CanNeverComplete(),
          new Overdue(),
          new EndedBadly(),
          new DeadAgents(),
          new DeadlineNear(),
          new NeverRegistered(),
          new DepartedAgents(),
          new SilentAgents(),
          new RootBlocker(),
          new MissingAgents(),
          new MismatchedSets(),
          new DamagedRecords(),
          new UnreadableRegistry(),
          new ForcedThrough(),
          new ExcusedAgents(),
          new ExtendedDeadline());

  private Diagnosis() {}

  /** What follows from the facts, the worst first. */
  public static SyncDiagnosis of(Facts facts) {
    return of(facts, Optional.empty());
  }

  /** What follows from the facts of a sync point that has been cleaned up, the worst first. */
  public static SyncDiagnosis ofCleanedUp(Facts facts) {
    return of(facts, Optional.of(CleanedUp.finding(facts.status())));
  }

  private static SyncDiagnosis of(Facts facts, Optional<Finding> besides) {
    List<Finding> findings =
        Stream.concat(
                RULES.stream().map(rule -> rule.check(facts)).flatMap(Optional::stream),
                besides.stream())
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .toList();
    List<Problem> problems = new ArrayList<>(facts.problems());
    problems.addAll(facts.roll().problems());
    return new SyncDiagnosis(facts.status(), facts.participants(), findings, problems);
  }

  /** The codes of all rules, in the order in which they are tried. */
  public static List<String> codes() {
    return Stream.concat(RULES.stream().map(Rule::code), Stream.of(CleanedUp.CODE)).toList();
  }
}
