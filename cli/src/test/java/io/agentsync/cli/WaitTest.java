package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitTest {

  @TempDir Path directory;
  private Points points;
  private Tool tool;

  @BeforeEach
  void open() {
    points = new Points(directory);
    tool = Tool.on(directory);
  }

  @AfterEach
  void close() {
    points.close();
  }

  @Test
  void anOutcomeThatIsThere() {
    points.completed("p").timedOut("q");
    Ran good = tool.run("wait", "p", "--json");
    assertThat(good.code()).isZero();
    assertThat(good.json().get("outcome").asString()).isEqualTo("COMPLETED");
    assertThat(good.json().get("agent").isNull()).isTrue();
    Ran bad = tool.run("wait", "q");
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.out()).contains("TIMED_OUT", "Missing: b");
    // It did not take as long as this call did.
    assertThat(bad.err()).isEqualTo("sync-diag: q timed out: b did not come\n");
    assertThat(bad.lines().get(1)).endsWith("TIMED_OUT");
  }

  @Test
  void anOutcomeThatComes() throws Exception {
    points.waiting("p");
    FutureTask<Ran> waiting = new FutureTask<>(() -> tool.run("--wait", "p", "--json"));
    new Thread(waiting).start();
    points.synchronizer().forceCompleteSync("p", "enough");
    Ran ran = waiting.get(30, TimeUnit.SECONDS);
    assertThat(ran.code()).isZero();
    assertThat(ran.json().get("outcome").asString()).isEqualTo("FORCED");
    assertThat(ran.json().propertyNames())
        .containsExactlyElementsOf(tool.run("wait", "p", "--json").json().propertyNames());
  }

  @Test
  void aPatienceThatIsOver() {
    points.waiting("p");
    Ran ran = tool.run("wait", "p", "--timeout", "50ms");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("SYNCING", "Missing: b");
    assertThat(ran.err()).startsWith("sync-diag: p had not ended after ").contains("missing: b");
    points.completed("q");
    Ran json = tool.run("wait", "p", "--timeout", "50ms", "--json");
    assertThat(json.json().get("outcome").isNull()).isTrue();
    assertThat(json.json().get("success").asBoolean()).isFalse();
    assertThat(json.json().propertyNames())
        .containsExactlyElementsOf(tool.run("wait", "q", "--json").json().propertyNames());
    assertThat(points.synchronizer().getSyncStatus("p").arrived()).containsExactly("a");
  }

  @Test
  void whatIsNotThereIsThree() {
    assertThat(tool.run("wait", "p").code()).isEqualTo(3);
    assertThat(tool.run("wait", "p", "--timeout", "0s").code()).isEqualTo(3);
  }
}
