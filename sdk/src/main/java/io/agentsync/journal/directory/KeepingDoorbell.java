package io.agentsync.journal.directory;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import io.agentsync.model.StoreException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** A doorbell whose waiting thread looks after its session's files too, at most once a second. */
final class KeepingDoorbell implements Doorbell {

  private static final long BETWEEN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Doorbell bell;
  private final OwnSession session;
  private final Trouble trouble;
  private long nextLook = System.nanoTime() + BETWEEN_NANOS;

  KeepingDoorbell(Doorbell bell, OwnSession session) {
    this.bell = bell;
    this.session = session;
    this.trouble =
        new Trouble(
            LoggerFactory.getLogger(KeepingDoorbell.class),
            "the files of session %s cannot be looked after; others may not see that it lives"
                .formatted(session.id()));
  }

  @Override
  public void ring(Set<String> sessions, JournalName journal) {
    bell.ring(sessions, journal);
  }

  @Override
  public void listenTo(Space space) {
    bell.listenTo(space);
  }

  @Override
  public Set<JournalName> await(Duration patience) {
    long now = System.nanoTime();
    if (now - nextLook >= 0) {
      nextLook = now + BETWEEN_NANOS;
      keep();
    }
    return bell.await(patience);
  }

  @Override
  public void wake() {
    bell.wake();
  }

  @Override
  public void close() {
    bell.close();
  }

  private void keep() {
    try {
      session.keep();
      trouble.ends();
    } catch (StoreException e) {
      trouble.begins(e);
    }
  }
}
