package io.agentsync.zookeeper;

import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.Notes;
import io.agentsync.model.Moment;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.Op;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session of this process. Where its client's session in the ensemble has expired, it is dead for
 * everybody, and stays so: another one is begun in its place, with what it has noted.
 */
final class OwnSession implements Session {

  private static final Logger LOG = LoggerFactory.getLogger(OwnSession.class);

  private final Ensemble ensemble;
  private final Tree tree;
  private final SessionNodes nodes;
  private final Consumer<OwnSession> over;
  private final SessionWord word;
  private final NotePages notes = new NotePages();
  private final Set<Integer> pages = new HashSet<>();
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private volatile String id = newId();
  private volatile long begunIn;
  private boolean ended;

  /** One that has yet to begin. */
  OwnSession(Ensemble ensemble, SessionNodes nodes, Moment began, Consumer<OwnSession> over) {
    this.ensemble = ensemble;
    this.tree = new Tree(ensemble);
    this.nodes = nodes;
    this.over = over;
    this.word = SessionWord.beginning(began);
  }

  @Override
  public String id() {
    return id;
  }

  void begin() {
    begunIn = begin(id);
  }

  /**
   * Begins another one if this has expired; does nothing otherwise.
   *
   * @param present the present session of the client in the ensemble
   */
  void renewIfLost(long present) {
    if (present == begunIn) {
      return;
    }
    oneAtATime.lock();
    try {
      if (!ended && ensemble.session() != begunIn) {
        String lost = id;
        String next = newId();
        long in = begin(next);
        id = next;
        begunIn = in;
        pages.clear();
        write(notes.all());
        // The ensemble may not have noticed yet that this client has given it up.
        tree.delete(nodes.alive(lost));
        LOG.warn("session {} has expired in the ensemble; {} has begun in its place", lost, next);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public void note(SortedMap<Integer, byte[]> changed) {
    Notes.require(changed);
    oneAtATime.lock();
    try {
      if (!ended) {
        renewIfLost(ensemble.session());
        write(notes.write(changed));
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public void end(Moment at) {
    end(
        () ->
            tree.change(
                Op.setData(nodes.word(id), word.endedAt(at).data(), -1),
                Op.delete(nodes.alive(id), -1)));
  }

  @Override
  public void close() {
    end(
        () -> {
          tree.change(
              Op.setData(nodes.word(id), word.closing().data(), -1),
              Op.delete(nodes.alive(id), -1));
          tree.deleteAll(nodes.word(id));
        });
  }

  /** What is done at the end of a session. */
  private interface LastSteps {
    void take() throws KeeperException;
  }

  private void end(LastSteps steps) {
    oneAtATime.lock();
    try {
      if (!ended) {
        ended = true;
        over.accept(this);
        steps.take();
      }
    } catch (NoNodeException e) {
      // It has expired, or somebody has cleared it: it is dead to everybody without its word.
      LOG.debug("session {} had expired before it was ended", id, e);
    } catch (KeeperException e) {
      throw ensemble.failure(nodes.word(id), e);
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Returns the session of the ensemble in which it has begun. */
  private long begin(String fresh) {
    while (true) {
      long in = ensemble.session();
      try {
        tree.change(
            tree.making(nodes.word(fresh), word.data(), CreateMode.PERSISTENT),
            tree.making(nodes.alive(fresh), new byte[0], CreateMode.EPHEMERAL),
            tree.making(nodes.bell(fresh), new byte[0], CreateMode.PERSISTENT),
            tree.making(nodes.notes(fresh), new byte[0], CreateMode.PERSISTENT));
      } catch (NodeExistsException e) {
        LOG.debug("session {} was begun, though the answer was lost", fresh, e);
      } catch (NoNodeException e) {
        tree.ensure(nodes.layout().sessions());
        continue;
      } catch (KeeperException e) {
        throw ensemble.failure(nodes.word(fresh), e);
      }
      if (madeIn(fresh) == in) {
        return in;
      }
      // The client has expired meanwhile, and what it made went with it, or will: make it again.
      tree.deleteAll(nodes.word(fresh));
    }
  }

  private long madeIn(String fresh) {
    return tree.read(nodes.alive(fresh)).map(node -> node.stat().getEphemeralOwner()).orElse(0L);
  }

  private void write(SortedMap<Integer, byte[]> changed) {
    new PageWriter(ensemble, nodes.notes(id), pages).write(changed);
  }

  private static String newId() {
    return RecordNodes.token();
  }
}
