package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.InvalidRequestException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the run of a synchronizer comes from (SP-4). */
class RunNameTest {

  @Test
  void sp04_theRunIsTheOneThatWasSaid_orThatOfTheEnvironment() {
    Map<String, String> environment = Map.of(RunName.VARIABLE, "nightly");

    assertThat(RunName.find(Optional.of("said"), environment)).hasValue("said");
    assertThat(RunName.find(Optional.empty(), environment)).hasValue("nightly");
    assertThat(RunName.find(Optional.empty(), Map.of(RunName.VARIABLE, " "))).isEmpty();
    assertThatThrownBy(() -> RunName.find(Optional.of("../x"), Map.of()))
        .isInstanceOf(InvalidRequestException.class);
  }
}
