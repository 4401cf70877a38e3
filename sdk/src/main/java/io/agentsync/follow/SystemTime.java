package io.agentsync.follow;

import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The system's clocks. On Linux {@link System#nanoTime} is the machine's monotonic clock, the same
 * for every process of a boot and time namespace; elsewhere each process is a domain of its own.
 */
public final class SystemTime implements TimeSource {

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path TIME_NAMESPACE = Path.of("/proc/self/ns/time");

  /** The one there is. */
  public static final SystemTime INSTANCE = new SystemTime();

  private final Optional<Domain> domain = Optional.of(domain());

  private SystemTime() {}

  @Override
  public Moment now() {
    return new Moment(Instant.ofEpochMilli(System.currentTimeMillis()), domain, System.nanoTime());
  }

  private static Domain domain() {
    try {
      return new Domain(Files.readString(BOOT).strip(), timeNamespace());
    } catch (IOException e) {
      // Not Linux: no other process shares this domain, so nothing is compared that must not be.
      return Domain.ofProcess(UUID.randomUUID().toString());
    }
  }

  private static Optional<String> timeNamespace() {
    try {
      return Optional.of(Files.readSymbolicLink(TIME_NAMESPACE).toString().replaceAll("\\D", ""));
    } catch (IOException | UnsupportedOperationException e) {
      // Kernels before 5.6 have one time namespace only.
      return Optional.empty();
    }
  }
}
