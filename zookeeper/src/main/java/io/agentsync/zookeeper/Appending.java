package io.agentsync.zookeeper;

import io.agentsync.model.StoreException;
import io.agentsync.model.StoreUnreachableException;
import io.agentsync.zookeeper.RecordNodes.Made;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.OpResult.GetDataResult;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * Appends nodes to a journal, once each: where the connection was lost, and nobody knows what
 * became of them, it looks for their tokens and sends those again that are not there (J-6).
 *
 * @param journal the path of the journal
 * @param standing the node that says that it stands
 * @param beforeRecords called before anything is sent
 */
record Appending(Ensemble ensemble, String journal, String standing, Runnable beforeRecords) {

  private static final long NOTHING = -1;
  private static final int MOST_ATTEMPTS = 5;

  /**
   * Appends.
   *
   * @param seen how many nodes of the journal are known not to be among them
   * @return which journal stands afterwards, by when it was created; -1 for none
   */
  long append(List<Made> nodes, int seen) {
    List<Made> left = nodes;
    for (int attempt = 1; true; attempt++) {
      List<Made> sent = left;
      beforeRecords.run();
      try {
        return ensemble.once(client -> send(client, sent), System.nanoTime());
      } catch (NoNodeException e) {
        return NOTHING;
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

  /** Sends all without waiting in between, and behind them the question whether it stands. */
  private CompletableFuture<Long> send(ZooKeeper client, List<Made> nodes) {
    CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    for (Made node : nodes) {
      String path = journal + "/" + Layout.RECORDS;
      CompletableFuture<String> sent =
          Request.create(path, node.data(), ensemble.acl(), CreateMode.PERSISTENT_SEQUENTIAL)
              .send(client);
      last = last.thenCombine(sent, (before, made) -> made);
    }
    CompletableFuture<Long> stands =
        Request.exists(standing)
            .send(client)
            .thenApply(Stat::getCzxid)
            .exceptionally(Appending::nothingIfGone);
    return last.thenCombine(stands, (made, identity) -> identity);
  }

  /** Those of which nothing is there, in a view that is not older than the loss. */
  private List<Made> missing(List<Made> nodes, int seen, LostConnectionException cause) {
    try {
      Set<String> there = new HashSet<>();
      Stat stat = ensemble.fresh(Request.exists(journal));
      for (int from = seen; from < stat.getCversion(); from += RecordNodes.MOST_AT_ONCE) {
        List<Op> looks = new ArrayList<>();
        int end = Math.min(stat.getCversion(), from + RecordNodes.MOST_AT_ONCE);
        for (int number = from; number < end; number++) {
          looks.add(Op.getData(ZooKeeperJournal.node(journal, number)));
        }
        for (OpResult result : ensemble.call(Request.looks(looks))) {
          if (result instanceof GetDataResult node) {
            there.add(RecordNodes.token(node.getData()));
          }
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

  private static long nothingIfGone(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof NoNodeException) {
      return NOTHING;
    }
    throw new CompletionException(cause);
  }

  private StoreUnreachableException lost(LostConnectionException cause) {
    return new StoreUnreachableException(
        ensemble.location().connectString() + journal,
        "the connection was lost while something was appended, which may or may not be there; no server answers since",
        cause);
  }
}
