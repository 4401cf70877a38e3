package io.agentsync.model;

import java.util.Optional;

/**
 * The boot and time namespace in which a monotonic reading was taken; readings of two domains
 * cannot be compared.
 *
 * @param boot id of the boot of the machine
 * @param timeNamespace the time namespace of the process, empty where the system has none
 */
public record Domain(String boot, Optional<String> timeNamespace) {

  private static final String PROCESS = "process-";

  /** The domain of a process that shares its clock with no other, as far as it can tell. */
  public static Domain ofProcess(String id) {
    return new Domain(PROCESS + id, Optional.empty());
  }

  /** Whether it tells one boot of the machine from another. */
  public boolean ofMachine() {
    return !boot.startsWith(PROCESS);
  }
}
