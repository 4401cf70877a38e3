package io.agentsync.zookeeper;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A wire between clients and a server that can be cut, and that counts what goes over it. It knows
 * how long packets are and, behind the handshake, of which kind requests are; nothing else.
 */
final class FaultyWire implements Closeable {

  /** What the protocol calls the request that makes a node. */
  static final int CREATE = 1;

  /** And the one that reads several. */
  static final int READ_SEVERAL = 22;

  private static final int NOTIFICATION = -1;

  private final int serverPort;
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger events = new AtomicInteger();
  private volatile boolean cut;
  private volatile IntPredicate cutsBefore = type -> false;
  private volatile IntPredicate cutsAfter = type -> false;
  private volatile boolean mute;
  private volatile boolean swallowing;
  private volatile long delayNanos;

  FaultyWire(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Cuts all connections, and lets none be made. */
  void cut() {
    cut = true;
    hangUp();
  }

  void heal() {
    cut = false;
    mute = false;
    swallowing = false;
  }

  /** Cuts once, instead of passing on a request of that kind. */
  void cutBefore(int type) {
    cutsBefore = sent -> sent == type;
  }

  /**
   * Cuts in the place of the answer to a request of that kind, which the server has carried out.
   */
  void cutAfter(int type) {
    cutsAfter = sent -> sent == type;
  }

  /** Cuts instead of passing on the second request of that kind from now on, until it is healed. */
  void cutForGoodBeforeSecond(int type) {
    AtomicInteger sent = new AtomicInteger();
    cutsBefore =
        kind -> {
          cut |= kind == type && sent.incrementAndGet() == 2;
          return cut;
        };
  }

  /** Connections stay, and nothing is passed on, in neither direction. */
  void mute() {
    mute = true;
  }

  /** Holds back each packet for so long, one after the other. */
  void slowDown(Duration delay) {
    delayNanos = delay.toNanos();
  }

  /** How many requests have been passed on since it was last asked, pings not among them. */
  int takeRequests() {
    return requests.getAndSet(0);
  }

  /** How many watch events have been passed on since it was last asked. */
  int takeEvents() {
    return events.getAndSet(0);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      if (cut) {
        client.close();
        continue;
      }
      Socket server = reach();
      if (server == null) {
        client.close();
        continue;
      }
      open.add(client);
      open.add(server);
      daemon(() -> pass(client, server, true));
      daemon(() -> pass(server, client, false));
    }
  }

  /** A connection to the server; null if that is not there. */
  private @Nullable Socket reach() {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), serverPort);
    } catch (IOException e) {
      return null;
    }
  }

  private void pass(Socket from, Socket to, boolean requesting) throws IOException {
    try (from;
        to) {
      DataInputStream in = new DataInputStream(from.getInputStream());
      to.setTcpNoDelay(true);
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(to.getOutputStream(), 64 * 1024));
      boolean handshake = true;
      while (true) {
        byte[] packet = new byte[in.readInt()];
        in.readFully(packet);
        while (mute) {
          LockSupport.parkNanos(1_000_000);
        }
        if (delayNanos > 0) {
          LockSupport.parkNanos(delayNanos);
        }
        int type = requesting ? number(packet, 4) : 0;
        boolean counted = !handshake;
        if (counted && (requesting ? cutsBefore(type) : swallows(packet))) {
          hangUp();
          return;
        }
        out.writeInt(packet.length);
        out.write(packet);
        out.flush();
        if (counted) {
          count(packet, type, requesting);
        }
        handshake = false;
      }
    } catch (EOFException e) {
      open.remove(from);
    }
  }

  private void count(byte[] packet, int type, boolean requesting) {
    if (requesting && type > 0 && type < 100) {
      requests.incrementAndGet();
    }
    if (!requesting && number(packet, 0) == NOTIFICATION) {
      events.incrementAndGet();
    }
  }

  private boolean cutsBefore(int type) {
    boolean cuts = cutsBefore.test(type);
    if (cuts) {
      cutsBefore = any -> false;
    }
    if (cutsAfter.test(type)) {
      cutsAfter = any -> false;
      swallowing = true;
    }
    return cuts;
  }

  /** Whether it is the answer to be lost; answers have the number of their request, from 1 on. */
  private boolean swallows(byte[] packet) {
    boolean swallows = swallowing && number(packet, 0) > 0;
    if (swallows) {
      swallowing = false;
    }
    return swallows;
  }

  private void hangUp() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    open.clear();
  }

  private static int number(byte[] packet, int at) {
    return packet.length < at + 4
        ? 0
        : (packet[at] & 0xff) << 24
            | (packet[at + 1] & 0xff) << 16
            | (packet[at + 2] & 0xff) << 8
            | (packet[at + 3] & 0xff);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // Somebody has hung up.
              }
            },
            "faulty-wire");
    thread.setDaemon(true);
    thread.start();
  }
}
