package io.agentsync.model;

import java.util.Optional;

/**
 * The boot and time namespace in which a monotonic reading was taken; readings of two domains
 * cannot be compared.
 *
 * @param boot id of the boot of the machine
 * @param timeNamespace the time namespace of the process, empty where the system has none
 */
public record Domain(String boot, Optional<String> timeNamespace) {}
