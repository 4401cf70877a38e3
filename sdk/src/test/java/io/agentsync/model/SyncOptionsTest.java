package io.agentsync.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncOptionsTest {

  @Test
  void sp13_theGraceIs15SecondsUnlessSomethingElseIsSaid() {
    assertThat(SyncOptions.none().lossGrace()).contains(Duration.ofSeconds(15));
    assertThat(SyncOptions.builder().lossGrace(Duration.ofHours(1)).build().lossGrace())
        .contains(Duration.ofHours(1));
  }

  @Test
  void sp13_aGraceMayBeZeroOrNone_butNotNegative() {
    SyncOptions.Builder options = SyncOptions.builder();

    assertThat(options.lossGrace(Duration.ZERO).build().lossGrace()).contains(Duration.ZERO);
    assertThat(options.waitForLost().build().lossGrace()).isEmpty();
    assertThatThrownBy(() -> options.lossGrace(Duration.ofMillis(-1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("A loss grace of PT-0.001S is not possible: use zero or more.");
  }

  @Test
  void sp16_aBlankReasonIsNone() {
    assertThat(new SyncRepair.Force(Optional.of(" \n")).reason()).isEmpty();
    assertThat(new SyncRepair.Excuse("a", Optional.of(" ill ")).reason()).contains("ill");
  }

  @Test
  void sp16_whatCannotBeDoneIsRefusedBeforeItIsTried() {
    assertThatThrownBy(() -> new SyncRepair.Excuse("a!", Optional.empty()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(Names.RULE);
    assertThatThrownBy(() -> new SyncRepair.Extend(Duration.ZERO, Optional.empty()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("An extension of PT0S is not possible");
  }
}
