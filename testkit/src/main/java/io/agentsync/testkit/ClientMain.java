package io.agentsync.testkit;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.model.Durability;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A client of a store in a process of its own, which {@link MultiProcessContract} starts: it does
 * what each line of its input says, and answers with a line.
 */
public final class ClientMain {

  private final JournalStore store;
  private final List<AutoCloseable> held = new ArrayList<>();
  private @Nullable Session session;

  private ClientMain(JournalStore store) {
    this.store = store;
  }

  /**
   * Serves until its input ends.
   *
   * @param args the location of the store, and its durability
   * @throws IOException if its input or output is broken
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    ClientMain client = new ClientMain(Engines.open(args[0], Durability.valueOf(args[1])));
    out.println("ready");
    String line = in.readLine();
    while (line != null) {
      out.println(client.answer(line));
      line = in.readLine();
    }
    Runtime.getRuntime().halt(0);
  }

  private String answer(String line) {
    List<String> words = List.of(line.split(" ", -1));
    try {
      return switch (words.get(0)) {
        case "append" -> append(words.get(1), words.get(2), Integer.parseInt(words.get(3)));
        case "read" -> String.join(",", Records.all(store, Records.point(words.get(1))));
        case "session" -> session();
        case "forgotten" -> forgotten();
        case "churn" -> churn();
        case "note" -> note(words.get(1));
        case "end" -> end();
        case "forget" -> forget(words.get(1));
        case "exclusive" -> exclusive(words.get(1));
        case "probe" -> store.probe(words.get(1)).name();
        default -> "unknown: " + line;
      };
    } catch (RuntimeException e) {
      return "failed: " + e;
    }
  }

  private String append(String point, String writer, int count) {
    return String.join(",", Appending.standing(store, Records.point(point), writer, count));
  }

  private String session() {
    Session opened = store.openSession(new ManualTime().now());
    session = opened;
    held.add(new BellPump(store.doorbell(opened)));
    return opened.id();
  }

  /** A session that nobody here has in hand any more, as garbage collections find out. */
  private String forgotten() {
    String id = store.openSession(new ManualTime().now()).id();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return id;
  }

  /** Begins and ends sessions until it is killed. */
  private String churn() {
    SortedMap<Integer, byte[]> notes = new TreeMap<>(Map.of(3, Records.bytes("note")));
    for (int i = 0; true; i++) {
      Session next = store.openSession(new ManualTime().now());
      next.note(notes);
      if (i % 2 == 0) {
        next.end(new ManualTime().now());
      } else {
        next.close();
      }
    }
  }

  private String note(String text) {
    mine().note(new TreeMap<>(Map.of(0, Records.bytes(text))));
    return "noted";
  }

  private String end() {
    mine().end(new ManualTime().now());
    return "ended";
  }

  private String forget(String id) {
    store.forgetSession(id);
    return "asked";
  }

  private Session mine() {
    return Objects.requireNonNull(session, "no session has been opened");
  }

  private String exclusive(String purpose) {
    held.add(store.exclusive(purpose, Eventually.PATIENCE));
    return "held";
  }
}
