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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A doorbell on a Unix domain socket in the store. The waiting thread does all its I/O, without
 * ever blocking on a peer, so a stopped process cannot hold up one that rings (W-1).
 */
final class SocketDoorbell implements Doorbell {

  static final String SOCKET = ".sock";

  private static final Logger LOG = LoggerFactory.getLogger(SocketDoorbell.class);
  private static final int LONGEST_SOCKET_PATH = 107;
  private static final int MOST_PEERS = 256;

  private final Path bells;
  private final Path socket;
  private final Selector selector;
  private final ServerSocketChannel server;
  private final Queue<Ring> rings = new ConcurrentLinkedQueue<>();
  private final Map<String, SocketChannel> peers = new HashMap<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(4096);

  private record Ring(Set<String> sessions, JournalName journal) {}

  private SocketDoorbell(Path bells, Path socket) throws IOException {
    this.bells = bells;
    this.socket = socket;
    this.selector = Selector.open();
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket), 128);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
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
    rings.add(new Ring(sessions, journal));
    selector.wakeup();
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
  }

  @Override
  public void close() {
    ringAll();
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      for (SocketChannel peer : peers.values()) {
        peer.close();
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
      ringAll();
      selector.select(Math.max(1, patience.toMillis()));
      ringAll();
      for (SelectionKey key : selector.selectedKeys()) {
        listen(key, heard);
      }
      selector.selectedKeys().clear();
    } catch (IOException e) {
      LOG.warn(
          "the doorbell at {} is out of order; changes are noticed within a second", socket, e);
    }
  }

  private void listen(SelectionKey key, Set<JournalName> heard) throws IOException {
    if (key.isAcceptable()) {
      SocketChannel caller = server.accept();
      if (caller != null) {
        caller.configureBlocking(false);
        caller.register(selector, SelectionKey.OP_READ, new RingText());
      }
    } else if (key.channel() instanceof SocketChannel caller
        && key.attachment() instanceof RingText text) {
      hear(caller, text, heard);
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
      drop(caller);
    }
  }

  private void ringAll() {
    Ring ring = rings.poll();
    while (ring != null) {
      for (String session : ring.sessions()) {
        if (SessionLocks.isId(session)) {
          ringAt(session, ring.journal());
        }
      }
      ring = rings.poll();
    }
  }

  private void ringAt(String session, JournalName journal) {
    SocketChannel peer = null;
    try {
      peer = connection(session);
      ByteBuffer text = RingText.of(journal);
      if (peer != null && (peer.write(text) == 0 || text.hasRemaining())) {
        LOG.debug("{} does not listen; it looks for itself", session);
        peers.remove(session);
        peer.close();
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be rung at; it looks for itself", session, e);
      peers.remove(session);
      drop(peer);
    }
  }

  private @Nullable SocketChannel connection(String session) throws IOException {
    SocketChannel known = peers.get(session);
    if (known != null) {
      return known;
    }
    if (peers.size() >= MOST_PEERS) {
      peers.values().forEach(SocketDoorbell::drop);
      peers.clear();
    }
    SocketChannel peer = SocketChannel.open(StandardProtocolFamily.UNIX);
    peer.configureBlocking(false);
    try {
      if (peer.connect(UnixDomainSocketAddress.of(socket(bells, session)))) {
        peers.put(session, peer);
        return peer;
      }
    } catch (IOException e) {
      drop(peer);
      throw e;
    }
    drop(peer);
    return null;
  }

  private static void drop(@Nullable SocketChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      LOG.debug("a connection could not be closed", e);
    }
  }
}
