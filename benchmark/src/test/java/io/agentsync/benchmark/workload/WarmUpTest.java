package io.agentsync.benchmark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Results;
import io.agentsync.benchmark.stage.Bulk;
import io.agentsync.benchmark.stage.Contender;
import io.agentsync.benchmark.stage.Contenders;
import io.agentsync.benchmark.stage.Gathering;
import io.agentsync.benchmark.stage.Java;
import io.agentsync.benchmark.stage.Releases;
import io.agentsync.benchmark.stage.Scatter;
import io.agentsync.benchmark.stage.Setting;
import io.agentsync.benchmark.stage.Timing;
import io.agentsync.benchmark.stage.Workspace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is measured has been at work for long enough, by one rule for all. */
@Timeout(60)
class WarmUpTest {

  private static final Duration MOMENT = Duration.ofMillis(3);
  private static final Setting SHAPE = new Setting(8, 4, MOMENT, MOMENT, 0);

  @TempDir Path directory;

  @Test
  void itGoesOnUntilTheCompilersAreQuiet() throws Exception {
    Compiling contender = new Compiling(20, 0.5);
    warmUp(Contestant.JEDIS_LIST, contender, Duration.ofMinutes(1));
    assertThat(contender.runs).isGreaterThan(20);
  }

  @Test
  void soItDoesWithCrowds() throws Exception {
    Compiling contender = new Compiling(20, 0.5);
    with(
        Duration.ofMinutes(1),
        bench -> WarmUp.crowd(bench, Contestant.AGENT_SYNC, contender, new Bulk(1, 100)));
    assertThat(contender.runs).isGreaterThan(20);
  }

  @Test
  void itGoesOnForNoLongerThanThereIsPatience() throws Exception {
    Compiling contender = new Compiling(Integer.MAX_VALUE, 0.5);
    warmUp(Contestant.AGENT_SYNC, contender, MOMENT);
    assertThat(contender.runs).isPositive();
  }

  @Test
  void aServerThatIsAtWorkDoesNotMakeCompilersQuiet() throws Exception {
    Compiling contender = new Compiling(20, 0.05);
    warmUp(Contestant.CURATOR, contender, Duration.ofMinutes(1));
    assertThat(contender.runs).isGreaterThan(20);
  }

  @Test
  void whatIsCompiledBeforehandIsNotWaitedFor() throws Exception {
    Compiling contender = new Compiling(Integer.MAX_VALUE, 0.5);
    warmUp(Contestant.C_BARRIER, contender, Duration.ofDays(1));
    assertThat(contender.runs).isPositive();
  }

  private void warmUp(Contestant who, Contender contender, Duration patience) throws Exception {
    with(patience, bench -> WarmUp.rounds(bench, who, contender, SHAPE));
  }

  private interface Work {
    void of(Bench bench) throws Exception;
  }

  private void with(Duration patience, Work work) throws Exception {
    Effort effort = new Effort(true, 1, MOMENT, MOMENT, patience, MOMENT, MOMENT);
    Java java = new Java(List.of());
    try (Workspace workspace = new Workspace(directory, directory);
        Contenders contenders = new Contenders(java, workspace, directory)) {
      PrintStream log = System.err;
      Bench bench = new Bench(java, directory, contenders, workspace, effort, new Results(), log);
      work.of(bench);
    }
  }

  /** Its compilers take a part of the time at first; a server takes nine tenths of all. */
  private static final class Compiling implements Contender {

    private final int young;
    private final double part;
    private int runs;

    Compiling(int young, double part) {
      this.young = young;
      this.part = part;
    }

    @Override
    public Timing rounds(Setting setting) {
      double compiler = runs++ < young ? part : 0;
      Map<String, Double> cpu = Map.of("compiler", compiler, "agents", part / 2, "server", 9.0);
      return new Timing(1, 1, 1, 1, cpu, Map.of());
    }

    @Override
    public Gathering bulk(Bulk bulk) {
      return new Gathering(1, runs++ < young ? part : 0);
    }

    @Override
    public Releases scattered(Scatter scatter) {
      throw new UnsupportedOperationException();
    }
  }
}
