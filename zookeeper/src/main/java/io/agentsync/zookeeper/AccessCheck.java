package io.agentsync.zookeeper;

import io.agentsync.model.Check;
import io.agentsync.model.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;

/** Tries what agents do: begin a session, and write where the store is or would be. */
record AccessCheck(Ensemble ensemble, Layout layout) {

  private static final String SESSION = "session";
  private static final String NAMESPACE = "namespace";
  private static final String WRITING = "writing";
  private static final String CLOCK = "server-clock";
  private static final Duration APART = Duration.ofSeconds(5);

  /** Looks until nothing more can be found out; the first is about the session. */
  List<Check> look() {
    List<Check> found = new ArrayList<>();
    try {
      found.add(session());
      Tree tree = new Tree(ensemble);
      Optional<String> there = existing(tree);
      found.add(namespace(tree, there));
      write(there.orElse("/"), found);
    } catch (StoreException e) {
      found.add(
          Check.problem(
              found.isEmpty() ? SESSION : NAMESPACE,
              found.isEmpty() ? e.reason() : e.place() + ": " + e.reason(),
              ensemble.refused() || !found.isEmpty()
                  ? "see to the credentials of this client, then look again"
                  : "see to the servers, then look again"));
    }
    return found;
  }

  private Check session() {
    Duration asked = ensemble.location().sessionTimeout();
    Duration granted = ensemble.sessionTimeout();
    String found = "a session ends after %s of silence".formatted(seconds(granted));
    return granted.equals(asked)
        ? Check.ok(SESSION, found)
        : Check.warning(
            SESSION,
            found + ", though %s was asked for".formatted(seconds(asked)),
            "name a session-timeout that the servers allow, or set minSessionTimeout and maxSessionTimeout there");
  }

  /** The longest part of the namespace's path that is there. */
  private Optional<String> existing(Tree tree) {
    String path = layout.root();
    while (!path.isEmpty() && tree.read(path).isEmpty()) {
      path = path.substring(0, path.lastIndexOf('/'));
    }
    return Optional.of(path).filter(found -> !found.isEmpty());
  }

  private Check namespace(Tree tree, Optional<String> there) {
    if (!there.equals(Optional.of(layout.root()))) {
      return Check.problem(
          NAMESPACE,
          layout.root() + " does not exist",
          "check its name; the first agent that uses it makes it");
    }
    return tree.read(layout.settings()).isPresent()
        ? Check.ok(NAMESPACE, layout.root() + " is a store")
        : Check.ok(NAMESPACE, layout.root() + " exists; no store yet, the first agent makes it");
  }

  private void write(String parent, List<Check> found) {
    String path = (parent.equals("/") ? "" : parent) + "/checkup-" + RecordNodes.token();
    long start = System.nanoTime();
    Instant before = Instant.now();
    try {
      ensemble.once(
          Request.create(
              path, new byte[RecordNodes.LONGEST_RECORD], ensemble.acl(path), CreateMode.EPHEMERAL),
          start);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      Stat stat = ensemble.call(Request.exists(path));
      found.add(
          Check.ok(
              WRITING,
              "below %s works, with a record of the longest size; it took %d ms"
                  .formatted(parent, took.toMillis())));
      found.add(clock(Instant.ofEpochMilli(stat.getCtime()), before, before.plus(took)));
      new Tree(ensemble).delete(path);
    } catch (LostConnectionException e) {
      found.add(
          Check.problem(
              WRITING,
              "the connection was lost over a record of %d KiB"
                  .formatted(RecordNodes.LONGEST_RECORD / 1024),
              "see that jute.maxbuffer of the servers is not below its default of 1 MiB"));
    } catch (KeeperException e) {
      found.add(
          Check.problem(
              WRITING,
              ensemble.failure(parent, e).reason(),
              "agents need to create and delete nodes below " + parent));
    }
  }

  private static Check clock(Instant there, Instant from, Instant to) {
    Duration off =
        there.isBefore(from)
            ? Duration.between(there, from)
            : there.isAfter(to) ? Duration.between(to, there) : Duration.ZERO;
    String found = "differs from the one here by %s".formatted(seconds(off));
    return off.compareTo(APART) > 0
        ? Check.warning(
            CLOCK,
            found,
            "synchronize the clocks (NTP): times in lists and stories cannot be compared; what is decided does not rest on them")
        : Check.ok(CLOCK, found);
  }

  private static String seconds(Duration time) {
    return time.toMillis() < 1000
        ? time.toMillis() + " ms"
        : time.toMillis() % 1000 == 0
            ? time.toSeconds() + " s"
            : "%.1f s".formatted(time.toMillis() / 1000.0);
  }
}
