package io.agentsync.benchmark.crew;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.benchmark.crew.ThreadTimes.Time;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thread that ends, as those of compilers do, takes nothing back. */
class ThreadTimesTest {

  @Test
  void whatAThreadUsedThatHasEndedIsNotTakenOff() {
    ThreadTimes before =
        new ThreadTimes(Map.of("1", new Time("agents", 10), "2", new Time("compiler", 900)));
    ThreadTimes now =
        new ThreadTimes(Map.of("1", new Time("agents", 15), "3", new Time("compiler", 2)));

    assertThat(now.since(before)).isEqualTo(Map.of("agents", 5L, "compiler", 2L));
    assertThat(now.allSince(before)).isEqualTo(7);
  }

  @Test
  void threadsThatAClientNamesAfterAnAgentAreNotTheAgents() {
    assertThat(ThreadTimes.purpose("agent-12")).isEqualTo("agents");
    assertThat(ThreadTimes.purpose("agent-12-SendTh")).isEqualTo("library");
    assertThat(ThreadTimes.purpose("agent-sync-watc")).isEqualTo("library");
    assertThat(ThreadTimes.purpose("C2 CompilerThre")).isEqualTo("compiler");
  }
}
