package io.agentsync.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

  @ParameterizedTest
  @CsvSource({
    "lsit, list, 1",
    "list, list, 0",
    "lst, list, 1",
    "lists, list, 1",
    "lost, list, 1",
    "'', list, 4",
    "ab, ba, 1",
    "abc, ca, 3"
  })
  void slipsOfTheFingers(String typed, String meant, int distance) {
    assertThat(NearNames.distance(typed, meant)).isEqualTo(distance);
  }

  @Test
  void nearNamesAreFewAndNear() {
    assertThat(NearNames.of("phase1", Set.of("phase2", "phase3", "phase4", "phase5", "other")))
        .containsExactly("phase2", "phase3", "phase4");
    assertThat(NearNames.of("Build", Set.of("build", "x"))).containsExactly("build");
    assertThat(NearNames.of("build", Set.of("deploy"))).isEmpty();
    assertThat(NearNames.question(List.of())).isEmpty();
    assertThat(NearNames.question(List.of("a", "b"))).isEqualTo("; did you mean \"a\" or \"b\"?");
  }
}
