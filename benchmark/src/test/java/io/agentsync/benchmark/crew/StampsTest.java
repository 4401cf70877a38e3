package io.agentsync.benchmark.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When agents arrived and left, as two processes see it. */
class StampsTest {

  @Test
  void aReleaseIsFromTheLastArrivalToTheLastDeparture(@TempDir Path directory) throws Exception {
    Stamps written = Stamps.open(directory.resolve("stamps"), 2, 2);
    for (int round = 0; round < 2; round++) {
      written.arrives(round, 1);
      written.arrives(round, 0);
      written.left(round, 0);
      written.left(round, 1);
    }
    Stamps read = Stamps.open(directory.resolve("stamps"), 2, 2);
    assertThat(read.untilAllLeft(1).count()).isEqualTo(1);
    assertThat(read.untilAllLeft(0).percentile(50)).isPositive();
    assertThat(read.untilOthersLeft(0).sum()).isEqualTo(read.untilAllLeft(0).sum());
  }
}
