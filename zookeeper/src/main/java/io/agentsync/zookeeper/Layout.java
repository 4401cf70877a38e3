package io.agentsync.zookeeper;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import io.agentsync.model.Names;
import java.util.Optional;

/**
 * Where everything is in the ensemble's tree. {@code /} in an id becomes {@code ,}, which no id
 * has; all else of an id may be in the name of a node.
 *
 * @param root the path of the store
 */
record Layout(String root) {

  /** The beginning of the name of every node that holds records. */
  static final String RECORDS = "r";

  private static final String ZEROS = "0000000000";

  /** The name that the ensemble gives to the node with records of that number. */
  static String record(int number) {
    String digits = Integer.toString(number);
    return RECORDS + ZEROS.substring(digits.length()) + digits;
  }

  /** Makes the root a store, and says of which format. */
  String settings() {
    return root + "/settings";
  }

  String sessions() {
    return root + "/sessions";
  }

  String session(String id) {
    return sessions() + "/" + id;
  }

  String locks() {
    return root + "/locks";
  }

  String lock(String purpose) {
    return locks() + "/" + purpose;
  }

  String runs() {
    return root + "/runs";
  }

  /** The names under which a journal stands. */
  String standing(Space space) {
    return base(space) + "/" + space.kind();
  }

  /** Says that a journal stands, and which. */
  String standing(JournalName name) {
    return standing(name.space()) + "/" + encode(name.id());
  }

  /** All journals of one name, standing and removed. */
  String journals(JournalName name) {
    return "%s/journals/%s/%s"
        .formatted(base(name.space()), name.space().kind(), encode(name.id()));
  }

  String tombstones(Space space) {
    return base(space) + "/tombstones/" + space.kind();
  }

  String tombstone(JournalName name) {
    return tombstones(name.space()) + "/" + encode(name.id());
  }

  String histories(Space space) {
    return histories(space.run()) + "/" + space.kind();
  }

  /** The histories of every kind in a run, or in none. */
  String histories(Optional<String> run) {
    return base(run) + "/history";
  }

  /** Says which journals were removed, in their order. */
  String history(JournalName name) {
    return histories(name.space()) + "/" + encode(name.id());
  }

  private String base(Space space) {
    return base(space.run());
  }

  private String base(Optional<String> run) {
    return run.map(name -> runs() + "/" + encode(name)).orElse(root);
  }

  static String encode(String id) {
    return id.replace('/', ',');
  }

  /** The id that a node's name stands for; empty if it stands for none. */
  static Optional<String> decode(String node) {
    return Optional.of(node.replace(',', '/')).filter(Names::allowed);
  }
}
