package io.agentsync.journal.directory;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A doorbell on a Unix domain socket in the store. Nobody ever blocks on a peer, so a stopped
 * process cannot hold up one that rings (W-1).
 */
final class SocketDoorbell implements Doorbell {

  static final String SOCKET = ".sock";

  private static final Logger LOG = LoggerFactory.getLogger(SocketDoorbell.class);
  static final int LONGEST_SOCKET_PATH = 107;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Path socket;
  private final Selector selector;
  private final ServerSocketChannel server;
  private final SelectionKey acceptance;
  private final Peers peers;
  private final Trouble trouble;
  private final ByteBuffer buffer = ByteBuffer.allocate(4096);
  private long acceptsAgainAt;
  private volatile @Nullable Thread resting;

  private SocketDoorbell(Path bells, Path socket) throws IOException {
    this.socket = socket;
    this.peers = new Peers(bells);
    this.trouble =
        new Trouble(
            LOG,
            "the doorbell at %s is out of order; changes are noticed within a second"
                .formatted(socket));
    this.selector = Selector.open();
    this.server = listening(socket, selector);
    this.acceptance = server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** A process that runs out of descriptors here must not lose one more with each try. */
  private static ServerSocketChannel listening(Path socket, Selector selector) throws IOException {
    ServerSocketChannel server = null;
    try {
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket), 128);
      server.configureBlocking(false);
      return server;
    } catch (IOException | UnsupportedOperationException e) {
      selector.close();
      if (server != null) {
        server.close();
      }
      throw e;
    }
  }

  /** Empty where the system has no such sockets, or the path is too long for one. */
  static Optional<Doorbell> open(Path bells, String session) {
    Path socket = socket(bells, session);
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_PATH) {
      LOG.info("{} is too long for a socket; changes are noticed by watching files", socket);
      return Optional.empty();
    }
    try {
      return Optional.of(new SocketDoorbell(bells, socket));
    } catch (IOException | UnsupportedOperationException e) {
      LOG.info("no socket at {}; changes are noticed by watching files", socket, e);
      return Optional.empty();
    }
  }

  static Path socket(Path bells, String session) {
    return bells.resolve(session + SOCKET);
  }

  @Override
  public void ring(Set<String> sessions, JournalName journal) {
    peers.ring(sessions, journal);
  }

  @Override
  public void listenTo(Space space) {
    // Whoever changes something there rings.
  }

  @Override
  public Set<JournalName> await(Duration patience) {
    Set<JournalName> heard = new HashSet<>();
    Uninterrupted.run(() -> listenFor(patience, heard));
    return heard;
  }

  @Override
  public void wake() {
    selector.wakeup();
    LockSupport.unpark(resting);
  }

  @Override
  public void close() {
    peers.close();
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw Failures.of(socket, "cannot be closed", e);
    } finally {
      StateFiles.delete(socket);
    }
  }

  private void listenFor(Duration patience, Set<JournalName> heard) {
    try {
      selector.select(Math.max(1, upTo(patience).toMillis()));
      for (SelectionKey key : selector.selectedKeys()) {
        listen(key, heard);
      }
      selector.selectedKeys().clear();
    } catch (IOException e) {
      trouble.begins(e);
      rest(patience);
    }
  }

  /** As long as callers are put off, it is not waited for longer than that. */
  private Duration upTo(Duration patience) {
    if (acceptance.interestOps() != 0) {
      return patience;
    }
    Duration left = Duration.ofNanos(acceptsAgainAt - System.nanoTime());
    if (left.isNegative() || left.isZero()) {
      acceptance.interestOps(SelectionKey.OP_ACCEPT);
      return patience;
    }
    return left.compareTo(patience) < 0 ? left : patience;
  }

  private void rest(Duration patience) {
    resting = Thread.currentThread();
    LockSupport.parkNanos(this, Math.min(patience.toNanos(), PAUSE.toNanos()));
    resting = null;
  }

  private void listen(SelectionKey key, Set<JournalName> heard) {
    if (key.isAcceptable()) {
      accept();
    } else if (key.channel() instanceof SocketChannel caller
        && key.attachment() instanceof RingText text) {
      hear(caller, text, heard);
    }
  }

  private void accept() {
    try {
      SocketChannel caller = server.accept();
      if (caller != null) {
        caller.configureBlocking(false);
        caller.register(selector, SelectionKey.OP_READ, new RingText());
      }
      trouble.ends();
    } catch (IOException e) {
      // What is wrong now is wrong in a moment too, such as too many open files.
      acceptance.interestOps(0);
      acceptsAgainAt = System.nanoTime() + PAUSE.toNanos();
      trouble.begins(e);
    }
  }

  private void hear(SocketChannel caller, RingText text, Set<JournalName> heard) {
    try {
      int length = caller.read(buffer.clear());
      if (length < 0) {
        caller.close();
        return;
      }
      text.take(buffer.flip(), heard);
    } catch (IOException e) {
      LOG.debug("a caller at {} hung up", socket, e);
      Peers.drop(caller);
    }
  }
}
