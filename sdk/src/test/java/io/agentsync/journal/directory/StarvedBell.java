package io.agentsync.journal.directory;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that has run out of file descriptors while its bell is rung at. Says how often its wait
 * returned in three seconds, and, when it has some again, whether it hears.
 */
final class StarvedBell {

  private static final JournalName POINT = Space.of("syncpoints").journal("point");

  private StarvedBell() {}

  /** Runs in a process with a low limit; takes the directory of the bells. */
  public static void main(String[] args) throws IOException {
    Doorbell bell = SocketDoorbell.open(Path.of(args[0]), "starved").orElseThrow();
    bell.await(Duration.ofMillis(1));
    count(bell, 1);
    List<InputStream> all = new ArrayList<>();
    try {
      while (true) {
        all.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException e) {
      System.out.println("starved " + all.size());
    }
    System.in.read();
    System.out.println("returned " + count(bell, 3));
    for (InputStream each : all) {
      each.close();
    }
    System.out.println("heard " + hears(bell));
    bell.close();
  }

  private static int count(Doorbell bell, int seconds) {
    int returned = 0;
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (System.nanoTime() - end < 0) {
      bell.await(Duration.ofSeconds(1));
      returned++;
    }
    return returned;
  }

  private static boolean hears(Doorbell bell) {
    boolean heard = false;
    for (int i = 0; i < 20 && !heard; i++) {
      heard = bell.await(Duration.ofSeconds(1)).contains(POINT);
    }
    return heard;
  }
}
