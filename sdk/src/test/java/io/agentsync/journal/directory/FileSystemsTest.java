package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSystemsTest {

  private static final Path ROOT = Path.of("/shared/store");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "9p",
        "drvfs",
        "virtiofs",
        "lustre",
        "fakeowner",
        "fuse",
        "fuse.sshfs",
        "fuse.grpcfuse",
        "fuse.glusterfs"
      })
  void networkAndVirtualMachineFileSystemsAreRefusedByName(String type) {
    assertThatThrownBy(() -> FileSystems.judge(ROOT, type))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(ROOT.toString())
        .hasMessageContaining("type " + type)
        .hasMessageContaining("zookeeper://");
  }

  @Test
  void thePageOfPlatformsNamesAllThatAreRefused() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "platforms.md"));
    String line = page.lines().filter(each -> each.startsWith("Refused")).findFirst().orElseThrow();
    Set<String> named =
        Pattern.compile("`(\\w+)`")
            .matcher(line)
            .results()
            .map(name -> name.group(1))
            .collect(Collectors.toSet());
    assertThat(named).isEqualTo(FileSystems.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "zfs", "apfs", "ntfs", "overlay"})
  void localOnesAreTaken(String type) {
    assertThatCode(() -> FileSystems.judge(ROOT, type)).doesNotThrowAnyException();
  }

  @Test
  void theFileSystemOfWhatDoesNotExistYetIsThatOfItsParent(@TempDir Path directory) {
    assertThatCode(() -> FileSystems.refuseUnsuitable(directory.resolve("not/yet")))
        .doesNotThrowAnyException();
  }
}
