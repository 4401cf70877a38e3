package io.agentsync.cli;

import io.agentsync.cli.command.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the tool in a process of its own where no file can be opened any more; then where one can,
 * and so on until it succeeds.
 */
final class StarvedTool {

  private static final int MOST_LEFT = 20;

  private StarvedTool() {}

  public static void main(String[] args) throws IOException {
    Console console =
        new Console(
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            false,
            false,
            StandardCharsets.UTF_8,
            Map.of(),
            Optional.empty());
    // So that all classes are there by then, also those of failures.
    Main.run(console, "--store", args[0], "list", "-o", "plain");
    Main.run(console, "--store", args[0] + "/nowhere", "list");
    int code = -1;
    List<InputStream> open = new ArrayList<>();
    try {
      while (true) {
        open.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException e) {
      for (int left = 0; left < MOST_LEFT && code != 0; left++) {
        code = Main.run(console, "--store", args[0], "list", "-o", "plain");
        open.remove(0).close();
      }
      System.exit(code);
    }
  }
}
