package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.Liveness;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks that jump and machines that sleep raise no false alarm in the registry (R-2, SP-11). */
class RegistryClockTest {

  private final ManualTime time = new ManualTime();
  private final AgentSynchronizer synchronizer =
      AgentSynchronizer.builder().store("memory://" + UUID.randomUUID()).time(time).build();

  @BeforeEach
  void register() {
    synchronizer.registry().registerAgent("held", "", List.of());
    synchronizer.registry().registerUnattended("shell", "", List.of());
  }

  @AfterEach
  void close() {
    synchronizer.close();
  }

  @Test
  void r02_aMachineThatSleepsMakesNobodyLate() {
    time.sleep(Duration.ofHours(8));

    assertThat(livenessOfAll()).containsExactly(Liveness.ALIVE, Liveness.ALIVE);
  }

  @Test
  void r02_aClockThatIsSetMakesNobodyLate() {
    time.setWall(time.now().wall().plus(Duration.ofDays(365)));
    assertThat(livenessOfAll()).containsExactly(Liveness.ALIVE, Liveness.ALIVE);

    time.setWall(time.now().wall().minus(Duration.ofDays(1000)));
    assertThat(livenessOfAll()).containsExactly(Liveness.ALIVE, Liveness.ALIVE);
    assertThat(synchronizer.registry().cleanupStaleAgents(Duration.ofSeconds(1))).isZero();
  }

  @Test
  void r03_onlyTimeThatPassesDoes() {
    time.advance(Duration.ofSeconds(31));
    assertThat(livenessOfAll()).containsExactly(Liveness.LATE, Liveness.LATE);

    time.advance(Duration.ofSeconds(30));
    assertThat(livenessOfAll()).containsExactly(Liveness.SUSPECT, Liveness.SUSPECT);
  }

  @Test
  void r02_afterAnotherBootNothingCanBeAged() {
    time.reboot();

    assertThat(livenessOfAll()).containsExactly(Liveness.ALIVE, Liveness.SUSPECT);
  }

  private List<Liveness> livenessOfAll() {
    return synchronizer.registry().agents().stream().map(AgentInfo::liveness).toList();
  }
}
