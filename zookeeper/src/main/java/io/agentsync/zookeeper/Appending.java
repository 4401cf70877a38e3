package io.agentsync.zookeeper;

import io.agentsync.model.StoreException;
import io.agentsync.model.StoreUnreachableException;
import io.agentsync.zookeeper.RecordNodes.Made;
import io.agentsync.zookeeper.Request.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * Appends nodes to a journal, once each, and looks at it in the same trip: where the connection was
 * lost, and nobody knows what became of them, it looks for their tokens and sends those again that
 * are not there (J-6).
 *
 * @param journal the path of the journal
 * @param beforeRecords called before anything is sent
 * @param look what to ask behind it
 */
record Appending(Ensemble ensemble, String journal, Runnable beforeRecords, Request<Look> look) {

  private static final int MOST_ATTEMPTS = 5;

  /**
   * Appends.
   *
   * @param seen how many nodes of the journal are known not to be among them
   * @return what it looks like afterwards
   */
  Look append(List<Made> nodes, int seen) {
    List<Made> left = nodes;
    for (int attempt = 1; true; attempt++) {
      List<Made> sent = left;
      beforeRecords.run();
      try {
        // What has landed before the loss may have been another session's.
        Request<Look> behind = attempt == 1 ? look : look.after(Request.sync());
        return ensemble.once(client -> send(client, sent, behind), System.nanoTime());
      } catch (NoNodeException e) {
        return Look.NOTHING;
      } catch (KeeperException e) {
        throw ensemble.failure(journal, e);
      } catch (LostConnectionException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw lost(e);
        }
        left = missing(nodes, seen, e);
      }
    }
  }

  /** Sends all without waiting in between, and behind them the look. */
  private CompletableFuture<Look> send(ZooKeeper client, List<Made> nodes, Request<Look> behind) {
    CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    for (Made node : nodes) {
      CompletableFuture<String> sent = creation(ensemble, journal, node).send(client);
      last = last.thenCombine(sent, (before, made) -> made);
    }
    CompletableFuture<Look> seen = behind.send(client);
    return last.thenCombine(seen, (made, found) -> found);
  }

  /** Makes a node behind all others of a journal. */
  static Request<String> creation(Ensemble ensemble, String journal, Made node) {
    return Request.create(
        journal + "/" + Layout.RECORDS,
        node.data(),
        ensemble.acl(),
        CreateMode.PERSISTENT_SEQUENTIAL);
  }

  /** Those of which nothing is there, in a view that is not older than the loss. */
  private List<Made> missing(List<Made> nodes, int seen, LostConnectionException cause) {
    try {
      Set<String> there = new HashSet<>();
      Stat stat = ensemble.fresh(Request.exists(journal));
      for (int from = seen; from < stat.getCversion(); from += RecordNodes.MOST_AT_ONCE) {
        int end = Math.min(stat.getCversion(), from + RecordNodes.MOST_AT_ONCE);
        for (Optional<Node> node : ensemble.call(Look.nodes(journal, from, end))) {
          node.ifPresent(found -> there.add(RecordNodes.token(found.data())));
        }
      }
      return nodes.stream().filter(node -> !there.contains(node.token())).toList();
    } catch (NoNodeException e) {
      return nodes;
    } catch (KeeperException e) {
      throw ensemble.failure(journal, e);
    } catch (StoreException e) {
      StoreException lost = lost(cause);
      lost.addSuppressed(e);
      throw lost;
    }
  }

  private StoreUnreachableException lost(LostConnectionException cause) {
    return new StoreUnreachableException(
        ensemble.location().connectString() + journal,
        "the connection was lost while something was appended, which may or may not be there; no server answers since",
        cause);
  }
}
