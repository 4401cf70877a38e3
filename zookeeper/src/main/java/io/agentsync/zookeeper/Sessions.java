package io.agentsync.zookeeper;

import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.model.Moment;
import io.agentsync.zookeeper.Request.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions as nodes. A session lives as long as its node {@code alive}, which goes with the session
 * that its client has in the ensemble. It was made in one step with the node that names the
 * session, so where that is without it, and says nothing of an end, the client has expired.
 */
final class Sessions {

  private final Ensemble ensemble;
  private final Tree tree;
  private final SessionNodes nodes;
  private final Set<OwnSession> own = ConcurrentHashMap.newKeySet();

  Sessions(Ensemble ensemble, Layout layout) {
    this.ensemble = ensemble;
    this.tree = new Tree(ensemble);
    this.nodes = new SessionNodes(layout);
  }

  OwnSession open(Moment began) {
    OwnSession session = new OwnSession(ensemble, nodes, began, own::remove);
    session.begin();
    own.add(session);
    return session;
  }

  /**
   * Those of this process that have expired begin anew.
   *
   * @param present the present session of the client in the ensemble
   */
  void renewLost(long present) {
    own.forEach(session -> session.renewIfLost(present));
  }

  List<SessionTrace> traces() {
    List<String> ids =
        tree.children(nodes.layout().sessions()).stream()
            .filter(SessionNodes::isId)
            .sorted()
            .toList();
    // Who is alive is asked first: one that ends in between says so in what is asked then.
    Map<String, Node> living = tree.readAll(ids.stream().map(nodes::alive).toList());
    Map<String, Node> words = tree.readAll(ids.stream().map(nodes::word).toList());
    List<SessionTrace> traces = new ArrayList<>();
    for (String id : ids) {
      Node said = words.get(nodes.word(id));
      if (said != null) {
        SessionWord word = SessionWord.of(said.data());
        Life life = living.containsKey(nodes.alive(id)) ? Life.ALIVE : life(id, word);
        if (life != Life.UNKNOWN) {
          Optional<Moment> ended = life == Life.DEAD ? word.ended() : Optional.empty();
          traces.add(new SessionTrace(id, word.began(), ended, word.holder(), life));
        }
      }
    }
    return traces;
  }

  Life probe(String id) {
    if (!SessionNodes.isId(id)) {
      return Life.UNKNOWN;
    }
    if (tree.read(nodes.alive(id)).isPresent()) {
      return Life.ALIVE;
    }
    return tree.read(nodes.word(id))
        .map(said -> life(id, SessionWord.of(said.data())))
        .orElse(Life.UNKNOWN);
  }

  /** What is to be said of one that was not alive before its word was read. */
  private Life life(String id, SessionWord word) {
    if (word.closed()) {
      return Life.UNKNOWN;
    }
    if (word.ended().isPresent()) {
      return Life.DEAD;
    }
    // It may have begun only after it was looked for, so it is looked for once more.
    if (tree.read(nodes.alive(id)).isPresent()) {
      return Life.ALIVE;
    }
    return tree.read(nodes.word(id))
        .map(said -> SessionWord.of(said.data()).closed() ? Life.UNKNOWN : Life.DEAD)
        .orElse(Life.UNKNOWN);
  }

  List<byte[]> notes(String id) {
    if (!SessionNodes.isId(id)) {
      return List.of();
    }
    String notes = nodes.notes(id);
    List<String> paths =
        tree.children(notes).stream()
            .filter(name -> name.matches("[0-9]{1,9}"))
            .map(name -> notes + "/" + name)
            .toList();
    SortedMap<Integer, byte[]> pages = new TreeMap<>();
    tree.readAll(paths)
        .forEach(
            (path, node) ->
                pages.put(Integer.parseInt(path.substring(notes.length() + 1)), node.data()));
    return NotePages.read(pages);
  }

  void forget(String id) {
    if (probe(id) == Life.DEAD) {
      tree.deleteAll(nodes.word(id));
    }
  }
}
