package io.agentsync.follow;

import io.agentsync.deadlock.Gathering;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads who waits where, without taking part. */
public final class GatheringReader {

  private static final Logger LOG = LoggerFactory.getLogger(GatheringReader.class);

  private final JournalStore store;
  private final PointReader reader;

  /** A reader of one store. */
  public GatheringReader(JournalStore store) {
    this.store = store;
    this.reader = new PointReader(store);
  }

  /**
   * What stands in a space. Who waits at a point that cannot be read is not known to wait, and so
   * is taken for one that may come; whoever diagnoses the points themselves says what is wrong.
   */
  public List<Gathering> read(Space space) {
    List<Gathering> found = new ArrayList<>();
    for (JournalName name : store.list(space)) {
      try {
        reader
            .read(name)
            .flatMap(reading -> reading.point().newest())
            .flatMap(newest -> Gathering.of(name.id(), newest))
            .ifPresent(found::add);
      } catch (StoreException e) {
        LOG.debug("nothing is known of who waits at {}", name, e);
      }
    }
    return found;
  }
}
