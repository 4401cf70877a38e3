package io.agentsync.zookeeper;

import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks between processes: who stands first in a queue of nodes that go with the sessions of their
 * makers. Each waits for the one before it only, so that nobody is woken in vain.
 */
final class Locks {

  private static final Logger LOG = LoggerFactory.getLogger(Locks.class);

  private final Ensemble ensemble;
  private final Tree tree;
  private final Layout layout;
  private final byte[] holder = ProcessNames.present().getBytes(StandardCharsets.UTF_8);

  /** Places in queues that nobody wants any more, by their tokens; the purposes of their locks. */
  private final Map<String, String> abandoned = new ConcurrentHashMap<>();

  Locks(Ensemble ensemble, Layout layout) {
    this.ensemble = ensemble;
    this.tree = new Tree(ensemble);
    this.layout = layout;
  }

  Exclusive take(String purpose, Duration patience) {
    sweep();
    long deadline = System.nanoTime() + patience.toNanos();
    String lock = layout.lock(purpose);
    List<String> queue = queue(lock);
    if (!queue.isEmpty() && (patience.isZero() || patience.isNegative())) {
      throw busy(lock, queue.get(0), patience);
    }
    String token = RecordNodes.token();
    boolean taken = false;
    try {
      while (!taken) {
        taken = isFirst(lock, token, deadline, patience);
      }
    } finally {
      if (!taken) {
        leave(purpose, token);
      }
    }
    return () -> leave(purpose, token);
  }

  /** Takes back what could not be taken back before. */
  void sweep() {
    abandoned.forEach((token, purpose) -> leave(purpose, token));
  }

  /** Looks once, and waits if there is somebody before. */
  private boolean isFirst(String lock, String token, long deadline, Duration patience) {
    List<String> queue = queue(lock);
    int place = place(queue, token);
    if (place < 0) {
      join(lock, token);
      return false;
    }
    if (place == 0) {
      return true;
    }
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw busy(lock, queue.get(0), patience);
    }
    new Departure(ensemble, lock + "/" + queue.get(place - 1)).await(left);
    return false;
  }

  private void join(String lock, String token) {
    try {
      ensemble.once(
          Request.create(
              lock + "/" + token + "-", holder, ensemble.acl(), CreateMode.EPHEMERAL_SEQUENTIAL),
          System.nanoTime());
    } catch (NoNodeException e) {
      tree.ensure(lock);
    } catch (KeeperException e) {
      throw ensemble.failure(lock, e);
    } catch (LostConnectionException e) {
      LOG.debug("the next look at {} tells whether it was joined", lock, e);
    }
  }

  private void leave(String purpose, String token) {
    String lock = layout.lock(purpose);
    abandoned.put(token, purpose);
    try {
      for (String node : queue(lock)) {
        if (node.startsWith(token)) {
          tree.delete(lock + "/" + node);
        }
      }
      abandoned.remove(token);
    } catch (StoreException e) {
      LOG.warn(
          "{} is given back when there is a connection again, or goes with it: {}",
          lock,
          e.reason());
    }
  }

  /** Those who hold or want a lock, in the order in which they came. */
  private List<String> queue(String lock) {
    return tree.children(lock).stream().sorted(Comparator.comparing(Locks::number)).toList();
  }

  private static int place(List<String> queue, String token) {
    for (int place = 0; place < queue.size(); place++) {
      if (queue.get(place).startsWith(token)) {
        return place;
      }
    }
    return -1;
  }

  private static String number(String node) {
    return node.substring(node.lastIndexOf('-') + 1);
  }

  private StoreBusyException busy(String lock, String first, Duration patience) {
    String who =
        tree.read(lock + "/" + first)
            .map(node -> new String(node.data(), StandardCharsets.UTF_8))
            .orElse("somebody");
    return new StoreBusyException(
        ensemble.location().connectString() + lock,
        "%s is at it and has not finished for %s ms; try again, or look for a stopped process"
            .formatted(who, patience.toMillis()));
  }
}
