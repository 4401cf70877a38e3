package io.agentsync.journal.directory;

import io.agentsync.journal.JournalName;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of others, to ring at, without ever blocking on one of them, and so without an
 * interrupt that closes one. Any thread may ring.
 */
final class Peers {

  private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
  private static final int MOST_PEERS = 256;

  private final Path bells;
  private final Map<String, SocketChannel> peers = new HashMap<>();
  private final ReentrantLock turn = new ReentrantLock();
  private boolean closed;

  Peers(Path bells) {
    this.bells = bells;
  }

  /** Rings at all of them that can be rung at. */
  void ring(Set<String> sessions, JournalName journal) {
    turn.lock();
    try {
      for (String session : sessions) {
        if (!closed && SessionFiles.isId(session)) {
          ringAt(session, journal);
        }
      }
    } finally {
      turn.unlock();
    }
  }

  void close() {
    turn.lock();
    try {
      closed = true;
      peers.values().forEach(Peers::drop);
      peers.clear();
    } finally {
      turn.unlock();
    }
  }

  /** Lets go of a connection that is of no use any more. */
  static void drop(@Nullable SocketChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      LOG.debug("a connection could not be closed", e);
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

  private void dropOne() {
    Iterator<SocketChannel> any = peers.values().iterator();
    drop(any.next());
    any.remove();
  }

  private @Nullable SocketChannel connection(String session) throws IOException {
    SocketChannel known = peers.get(session);
    if (known != null) {
      return known;
    }
    if (peers.size() >= MOST_PEERS) {
      dropOne();
    }
    SocketChannel peer = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      peer.configureBlocking(false);
      if (peer.connect(UnixDomainSocketAddress.of(SocketDoorbell.socket(bells, session)))) {
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
}
