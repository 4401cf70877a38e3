package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final JournalName POINT = Space.of("syncpoints").journal("point");

  @TempDir Path root;

  @Test
  void aStoreKeepsTheDurabilityItWasCreatedWith() {
    open(Durability.PROCESS).create(POINT).close();

    assertThat(open(Durability.POWER).durability()).isEqualTo(Durability.PROCESS);
  }

  @Test
  void beforeItIsCreatedItHasTheDurabilityThatWasAskedFor() {
    assertThat(open(Durability.POWER).durability()).isEqualTo(Durability.POWER);
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void ofSeveralCreatorsOneWins() {
    List<Durability> asked =
        Stream.generate(() -> EnumSet.allOf(Durability.class))
            .limit(8)
            .flatMap(Set::stream)
            .toList();
    asked.parallelStream().forEach(durability -> Settings.create(file(), durability));

    assertThat(Settings.read(file())).isPresent();
    assertThat(Stream.of(root.resolve("settings").toFile().list())).containsExactly(name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "format=1",
        "format=1\ndurability=sometimes",
        "format=2\ndurability=power",
        "format=\\uZZZZ",
        "\0\0\0\0"
      })
  void whatIsDamagedOrNewerIsRefused_beforeAnythingIsReadOrWritten(String content)
      throws IOException {
    JournalStore early = open(Durability.POWER);
    Files.createDirectories(file().getParent());
    Files.writeString(file(), content);

    assertRefused(() -> open(Durability.POWER));
    assertRefused(() -> early.create(POINT));
    assertRefused(early::durability);
    assertThat(root.resolve("syncpoints")).doesNotExist();
    assertThat(file()).hasContent(content);
  }

  private void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file().toString());
  }

  private JournalStore open(Durability durability) {
    return new DirectoryEngine().open(root.toString(), durability);
  }

  private Path file() {
    return new Layout(root).settings();
  }

  private String name() {
    return String.valueOf(file().getFileName());
  }
}
