package io.agentsync.deadlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StrongComponentsTest {

  @Test
  void withoutCyclesEveryNodeIsAlone() {
    int[] found = of(4, Map.of(0, List.of(1, 2), 1, List.of(3), 2, List.of(3)));

    assertThat(found).doesNotHaveDuplicates();
  }

  @Test
  void anEdgeToItselfChangesNothing() {
    assertThat(of(2, Map.of(0, List.of(0, 1)))).doesNotHaveDuplicates();
  }

  @Test
  void twoThatReachEachOtherAreOne_andWhoOnlyReachesThemIsNot() {
    int[] found = of(3, Map.of(0, List.of(1), 1, List.of(0), 2, List.of(0)));

    assertThat(found[0]).isEqualTo(found[1]).isNotEqualTo(found[2]);
  }

  @Test
  void cyclesThatShareANodeAreOne() {
    int[] found =
        of(5, Map.of(0, List.of(1), 1, List.of(2, 3), 2, List.of(0), 3, List.of(1), 4, List.of()));

    assertThat(List.of(found[0], found[1], found[2])).containsOnly(found[3]);
    assertThat(found[4]).isNotEqualTo(found[0]);
  }

  @Test
  void aBridgeBetweenCyclesJoinsThemNot() {
    int[] found = of(4, Map.of(0, List.of(1), 1, List.of(0, 2), 2, List.of(3), 3, List.of(2)));

    assertThat(found[0]).isEqualTo(found[1]);
    assertThat(found[2]).isEqualTo(found[3]).isNotEqualTo(found[0]);
  }

  @Test
  void aLongCircleIsSeenOnce() {
    int size = 100_000;
    AtomicInteger asked = new AtomicInteger();

    int[] found =
        StrongComponents.of(
            size,
            node -> {
              asked.incrementAndGet();
              return List.of((node + 1) % size);
            });

    assertThat(found).containsOnly(found[0]);
    assertThat(asked).hasValue(size);
  }

  private static int[] of(int size, Map<Integer, List<Integer>> edges) {
    return StrongComponents.of(size, node -> edges.getOrDefault(node, List.of()));
  }
}
