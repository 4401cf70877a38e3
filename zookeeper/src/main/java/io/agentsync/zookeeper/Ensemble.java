package io.agentsync.zookeeper;

import io.agentsync.model.StoreException;
import io.agentsync.model.StoreUnreachableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.jspecify.annotations.Nullable;

/**
 * The ensemble of one store, asked by whoever waits for an answer no longer than its {@link
 * Patience} says.
 */
final class Ensemble implements AutoCloseable {

  private final Location location;
  private final ClientSettings settings;
  private final Failures failures;
  private final Patience patience;
  private final Line line;

  Ensemble(Location location, ClientSettings settings) {
    this.location = location;
    this.settings = settings;
    this.failures = new Failures(location, settings);
    this.patience = new Patience(location.connectTimeout());
    this.line = new Line(location, settings, patience::answered);
  }

  private Ensemble(Ensemble other, Patience patience) {
    this.location = other.location;
    this.settings = other.settings;
    this.failures = other.failures;
    this.patience = patience;
    this.line = other.line;
  }

  /** The same one, with the same connection, for those who cannot be held up. */
  Ensemble hurried() {
    return new Ensemble(this, patience.hurried());
  }

  Location location() {
    return location;
  }

  /** Who may use what this client makes in the namespace. */
  List<ACL> acl() {
    return settings.acl();
  }

  /** Who may use a node that this client makes; what is above the namespace is for everybody. */
  List<ACL> acl(String path) {
    String root = location.root();
    return path.equals(root) || path.startsWith(root + "/")
        ? settings.acl()
        : ZooDefs.Ids.OPEN_ACL_UNSAFE;
  }

  /** The present thread looks after all who wait in this process, and must not be held up. */
  void watching() {
    patience.watching();
  }

  /** What is to be done whenever there is a connection, again after each loss. */
  void onConnected(Runnable work) {
    line.onConnected(work);
  }

  /** Takes {@link #onConnected} back. */
  void noLongerOnConnected(Runnable work) {
    line.noLongerOnConnected(work);
  }

  /** Looks at what everybody has agreed on by now. */
  <T> T fresh(Request<T> look) throws KeeperException {
    return call(look.after(Request.sync()));
  }

  /**
   * Asks until there is an answer, again where a connection was lost. For looks, and for changes
   * that may be made twice.
   *
   * @throws KeeperException what the ensemble says to it, if that is not about the connection
   * @throws StoreUnreachableException if there is no connection
   */
  <T> T call(Request<T> request) throws KeeperException {
    long start = System.nanoTime();
    while (true) {
      try {
        return once(request, start);
      } catch (LostConnectionException e) {
        if (patience.isOver(start)) {
          throw away(e);
        }
      }
    }
  }

  /**
   * Asks once.
   *
   * @param start when the caller began to ask, by {@link System#nanoTime}
   * @throws LostConnectionException if nobody knows whether it was done
   */
  <T> T once(Request<T> request, long start) throws KeeperException, LostConnectionException {
    ZooKeeper client = client(start);
    try {
      return await(request.send(client).thenApply(this::answered), start);
    } catch (KeeperException e) {
      if (ofTheConnection(e)) {
        patience.unanswered(start);
        line.link().doubt(client);
        throw new LostConnectionException(e);
      }
      patience.answered();
      throw e;
    } catch (TimeoutException e) {
      patience.unanswered(start);
      throw new LostConnectionException(e);
    }
  }

  /** Sends without waiting; whoever cares looks at what comes of it. Sends nothing if cut off. */
  @SuppressWarnings("FutureReturnValueIgnored") // The failure is told, too.
  <T> void tell(Request<T> request, BiConsumer<T, Throwable> then) {
    ZooKeeper client = line.link().present();
    if (client == null) {
      then.accept(null, new LostConnectionException(null));
    } else {
      request.send(client).whenComplete(then);
    }
  }

  /** The number that the ensemble has given to its present session with this client. */
  long session() {
    return client(System.nanoTime()).getSessionId();
  }

  /** How long the ensemble lets its present session with this client be silent. */
  Duration sessionTimeout() {
    return Duration.ofMillis(client(System.nanoTime()).getSessionTimeout());
  }

  /** Whether it does not let this client in. */
  boolean refused() {
    return line.link().refused();
  }

  /** What is thrown where there is no connection. */
  StoreException away(@Nullable Throwable cause) {
    if (refused()) {
      return failures.refused();
    }
    return new StoreUnreachableException(
        location.toString(),
        "no server of the ensemble answers; tried: %s. See that they run and can be reached from here"
            .formatted(String.join(", ", location.hosts())),
        cause);
  }

  StoreException failure(String path, KeeperException cause) {
    return failures.of(path, cause);
  }

  @Override
  public void close() {
    line.close();
  }

  private <T> T answered(T answer) {
    patience.answered();
    return answer;
  }

  private ZooKeeper client(long start) {
    ZooKeeper client = line.link().await(() -> patience.left(start));
    if (client == null) {
      patience.unanswered(start);
      throw line.closed()
          ? new StoreException(location.toString(), "has been closed; open it again", null)
          : away(null);
    }
    return client;
  }

  private <T> T await(CompletableFuture<T> answer, long start)
      throws KeeperException, TimeoutException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return answer.get(patience.left(start), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KeeperException said) {
        throw said;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean ofTheConnection(KeeperException e) {
    return switch (e.code()) {
      case CONNECTIONLOSS, SESSIONEXPIRED, SESSIONMOVED, OPERATIONTIMEOUT, REQUESTTIMEOUT -> true;
      default -> false;
    };
  }
}
