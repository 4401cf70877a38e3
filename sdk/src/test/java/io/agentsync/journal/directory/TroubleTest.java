package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class TroubleTest {

  private final List<String> logged = new ArrayList<>();
  private final Logger log =
      (Logger)
          Proxy.newProxyInstance(
              Logger.class.getClassLoader(),
              new Class<?>[] {Logger.class},
              (proxy, method, arguments) -> logged.add(method.getName()));

  @Test
  void aLastingTroubleIsToldOnce_andOnceWhenItIsOver() {
    Trouble trouble = new Trouble(log, "the bell is out of order");
    trouble.ends();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 1000; i++) {
        trouble.begins(new IOException("Too many open files"));
      }
      trouble.ends();
      trouble.ends();
    }
    logged.removeIf("debug"::equals);

    assertThat(logged).containsExactly("warn", "info", "warn", "info");
  }
}
