package io.agentsync.journal.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which boot of the machine this is: what held a lock in another one is gone. Only the kernel's own
 * word counts; a container that was given a boot id of its own, as LXC does, says nothing.
 */
final class KernelBoot {

  private static final String BOOT_ID = "/proc/sys/kernel/random/boot_id";

  private KernelBoot() {}

  /** Its id; empty where it is not known. */
  static Optional<String> present() {
    try {
      return read(Files.readString(Path.of(BOOT_ID)), Files.readString(Path.of("/proc/mounts")));
    } catch (IOException e) {
      // Not Linux: sessions are then known by their locks alone.
      return Optional.empty();
    }
  }

  static Optional<String> read(String bootId, String mounts) {
    return mounts.contains(" " + BOOT_ID + " ") ? Optional.empty() : Optional.of(bootId.strip());
  }
}
