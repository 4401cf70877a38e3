package io.agentsync.zookeeper;

import io.agentsync.journal.JournalStore.Holder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process and its machine or container are called, for people. */
final class ProcessNames {

  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

  private ProcessNames() {}

  static Holder holder() {
    return new Holder(ProcessHandle.current().pid(), host());
  }

  static String present() {
    Holder self = holder();
    return "process %d on %s".formatted(self.pid(), self.host());
  }

  private static String host() {
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
