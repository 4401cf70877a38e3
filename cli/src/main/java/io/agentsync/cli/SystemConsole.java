package io.agentsync.cli;

import io.agentsync.cli.command.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The console of this process: its real streams, past {@link java.io.PrintStream}'s silence. */
final class SystemConsole {

  private SystemConsole() {}

  static Console open() {
    return new Console(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        terminal(1),
        terminal(2),
        charset(),
        System.getenv(),
        Optional.empty());
  }

  /** Java only knows whether input and output are terminals together. */
  private static boolean terminal(int descriptor) {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      // Not Linux, or no such stream: as in a pipe, until --color says otherwise.
      return false;
    }
  }

  private static Charset charset() {
    return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
        .flatMap(property -> Stream.ofNullable(System.getProperty(property)))
        .filter(Charset::isSupported)
        .map(Charset::forName)
        .findFirst()
        .orElseGet(Charset::defaultCharset);
  }
}
