package io.agentsync.journal.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine or container calls itself, for people. */
final class HostName {

  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  static String present() {
    try {
      // Asking the network for it may take seconds where its name server does not answer.
      return Files.readString(LINUX).strip();
    } catch (IOException e) {
      return byNetwork();
    }
  }

  private static String byNetwork() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // It has a name that nobody can look up: the name alone is in the message.
      return String.valueOf(e.getMessage()).split(":", 2)[0];
    }
  }
}
