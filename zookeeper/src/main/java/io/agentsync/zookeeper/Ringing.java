package io.agentsync.zookeeper;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import io.agentsync.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.Op;
import org.jspecify.annotations.Nullable;

/**
 * Rings at sessions without waiting, at many in one step. Of several rings for the same journal at
 * the same session at most one is under way, and one behind it that stands for all the others.
 */
final class Ringing {

  /** The kind, the run if there is one, and the id; none of them has a {@code =} or a comma. */
  private static final Pattern NAME = Pattern.compile("([a-z]+)(?:=([^=]+))?==([^=]+)");

  private static final int MOST_AT_ONCE = 256;

  private final Ensemble ensemble;
  private final SessionNodes nodes;
  private final Map<String, Boolean> underWay = new ConcurrentHashMap<>();

  Ringing(Ensemble ensemble, SessionNodes nodes) {
    this.ensemble = ensemble;
    this.nodes = nodes;
  }

  void ring(Set<String> sessions, JournalName journal) {
    String name = name(journal);
    List<String> bells = new ArrayList<>(sessions.size());
    for (String session : sessions) {
      String bell = nodes.bell(session) + "/" + name;
      if (!underWay.merge(bell, false, (one, other) -> true)) {
        bells.add(bell);
      }
    }
    for (int from = 0; from < bells.size(); from += MOST_AT_ONCE) {
      sendAll(bells.subList(from, Math.min(bells.size(), from + MOST_AT_ONCE)));
    }
  }

  /** In one step; where one of them has no bell, one by one. */
  private void sendAll(List<String> bells) {
    if (bells.size() == 1) {
      send(bells.get(0));
      return;
    }
    ensemble.tell(
        Request.change(bells.stream().map(bell -> Op.setData(bell, new byte[0], -1)).toList()),
        (done, failure) -> {
          if (failure instanceof NoNodeException) {
            bells.forEach(this::send);
          } else {
            bells.forEach(bell -> sent(bell, failure));
          }
        });
  }

  private void send(String bell) {
    ensemble.tell(
        Request.set(bell, new byte[0]),
        (done, failure) -> {
          if (failure instanceof NoNodeException) {
            ensemble.tell(
                Request.create(bell, new byte[0], ensemble.acl(), CreateMode.PERSISTENT),
                (made, why) -> sent(bell, why));
          } else {
            sent(bell, failure);
          }
        });
  }

  /** A ring that came meanwhile goes out now; one that cannot be rung at is passed over. */
  private void sent(String bell, @Nullable Throwable failure) {
    boolean again = Boolean.TRUE.equals(underWay.remove(bell));
    if (failure instanceof NodeExistsException || (again && failure == null)) {
      underWay.put(bell, false);
      send(bell);
    }
  }

  /** What a journal is called below a bell. */
  private static String name(JournalName journal) {
    Space space = journal.space();
    String run = space.run().map(name -> "=" + Layout.encode(name)).orElse("");
    return space.kind() + run + "==" + Layout.encode(journal.id());
  }

  /** The journal of that name. */
  static Optional<JournalName> journal(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<String> run = Optional.ofNullable(parts.group(2)).flatMap(Layout::decode);
    return Layout.decode(parts.group(3))
        .filter(Names::allowed)
        .map(id -> new JournalName(new Space(parts.group(1), run), id));
  }
}
