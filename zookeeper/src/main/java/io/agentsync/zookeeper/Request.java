package io.agentsync.zookeeper;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/**
 * One request to the ensemble. It is sent without waiting, so that an interrupt cannot cut it
 * short, and several can be under way; one client's requests are answered in their order.
 *
 * @param <T> the answer
 */
@FunctionalInterface
interface Request<T> {

  /** Sends it; the answer comes on a thread of the client. */
  CompletableFuture<T> send(ZooKeeper client);

  /** What a node holds, and what is known about it. */
  final class Node {
    private final byte[] data;
    private final Stat stat;

    Node(byte @Nullable [] data, Stat stat) {
      this.data = data == null ? new byte[0] : data;
      this.stat = stat;
    }

    byte[] data() {
      return data;
    }

    Stat stat() {
      return stat;
    }
  }

  /** Sends a request behind another one, without which its answer is worth nothing. */
  default Request<T> after(Request<?> first) {
    return client -> {
      CompletableFuture<?> before = first.send(client);
      CompletableFuture<T> answer = send(client);
      return before.thenCompose(done -> answer);
    };
  }

  /** How an answer is understood. */
  @FunctionalInterface
  interface Reading<T, U> {
    U of(T answer) throws KeeperException;
  }

  /** The same request, with its answer understood. */
  default <U> Request<U> as(Reading<T, U> reading) {
    return client ->
        send(client)
            .thenCompose(
                answer -> {
                  try {
                    return CompletableFuture.completedFuture(reading.of(answer));
                  } catch (KeeperException e) {
                    return CompletableFuture.failedFuture(e);
                  }
                });
  }

  /** All that the ensemble has agreed on until now is seen by what is asked after it. */
  static Request<String> sync() {
    return client -> {
      Reply<String> reply = new Reply<>();
      client.sync("/", (code, path, context) -> reply.take(code, path, path), null);
      return reply;
    };
  }

  static Request<Stat> exists(String path) {
    return client -> {
      Reply<Stat> reply = new Reply<>();
      client.exists(path, false, (code, node, context, stat) -> reply.take(code, node, stat), null);
      return reply;
    };
  }

  static Request<Node> data(String path) {
    return client -> {
      Reply<Node> reply = new Reply<>();
      client.getData(
          path,
          false,
          (code, node, context, data, stat) -> reply.take(code, node, new Node(data, stat)),
          null);
      return reply;
    };
  }

  static Request<List<String>> children(String path) {
    return client -> {
      Reply<List<String>> reply = new Reply<>();
      client.getChildren(
          path, false, (code, node, context, names) -> reply.take(code, node, names), null);
      return reply;
    };
  }

  static Request<String> create(String path, byte[] data, List<ACL> acl, CreateMode mode) {
    return client -> {
      Reply<String> reply = new Reply<>();
      client.create(
          path, data, acl, mode, (code, node, context, name) -> reply.take(code, node, name), null);
      return reply;
    };
  }

  static Request<Stat> set(String path, byte[] data) {
    return client -> {
      Reply<Stat> reply = new Reply<>();
      client.setData(
          path, data, -1, (code, node, context, stat) -> reply.take(code, node, stat), null);
      return reply;
    };
  }

  static Request<String> delete(String path) {
    return client -> {
      Reply<String> reply = new Reply<>();
      client.delete(path, -1, (code, node, context) -> reply.take(code, node, path), null);
      return reply;
    };
  }

  /** Several changes of which all happen at once, or none. */
  static Request<List<OpResult>> change(List<Op> ops) {
    return client -> {
      Reply<List<OpResult>> reply = new Reply<>();
      client.multi(ops, (code, node, context, results) -> reply.take(code, "", results), null);
      return reply;
    };
  }

  /** Several looks, each with its own result; not at one moment. */
  static Request<List<OpResult>> looks(List<Op> ops) {
    return client -> {
      Reply<List<OpResult>> reply = new Reply<>();
      client.multi(
          ops,
          (code, node, context, results) ->
              reply.take(results == null ? code : KeeperException.Code.OK.intValue(), "", results),
          null);
      return reply;
    };
  }

  /** The answer to come. */
  final class Reply<T> extends CompletableFuture<T> {

    void take(int code, String path, T answer) {
      KeeperException.Code said = KeeperException.Code.get(code);
      if (said == KeeperException.Code.OK) {
        complete(answer);
      } else {
        completeExceptionally(KeeperException.create(said, path));
      }
    }
  }
}
