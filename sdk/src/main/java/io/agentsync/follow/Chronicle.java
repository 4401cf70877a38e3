package io.agentsync.follow;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.diagnosis.Chapter;
import io.agentsync.diagnosis.Page;
import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads all journals of a sync point, those that were removed included: it writes nothing. */
public final class Chronicle {

  private static final SyncPointJournals KIND = SyncPointJournals.KIND;
  private static final int MOST_DAMAGED = 100;

  private final JournalStore store;
  private final Heads<SyncRecord, SyncPoint> heads;

  /** A reader of one store. */
  public Chronicle(JournalStore store) {
    this.store = store;
    this.heads = new Heads<>(KIND, store);
  }

  /**
   * What was found.
   *
   * @param chapters the journals, the oldest first
   * @param unreadable what could not be read of them
   */
  public record Found(List<Chapter> chapters, List<Problem> unreadable) {

    /** The newest journal in which anything counts that it says about generations. */
    public Optional<SyncPoint> newest() {
      for (int i = chapters.size() - 1; i >= 0; i--) {
        SyncPoint point = fold(chapters.get(i));
        if (point.newest().isPresent()) {
          return Optional.of(point);
        }
      }
      return Optional.empty();
    }

    /** The places of journals in which nothing stands. */
    List<String> empty() {
      return chapters.stream()
          .filter(chapter -> chapter.pages().isEmpty())
          .map(Chapter::place)
          .toList();
    }

    /** The records that could not be read. */
    public List<Problem> damaged() {
      return chapters.stream()
          .flatMap(chapter -> chapter.pages().stream())
          .flatMap(page -> page instanceof Page.Damaged it ? Stream.of(it.problem()) : Stream.of())
          .toList();
    }

    private static SyncPoint fold(Chapter chapter) {
      SyncPoint point = new SyncPoint();
      if (chapter.counts()) {
        for (Page page : chapter.pages()) {
          if (page instanceof Page.Written written) {
            point.accept(written.record());
          }
        }
      }
      return point;
    }
  }

  /** Reads the journals of one sync point. */
  public Found read(JournalName name) {
    while (true) {
      List<Chapter> chapters = new ArrayList<>();
      List<Problem> unreadable = new ArrayList<>();
      if (read(name, chapters, unreadable)) {
        return new Found(chapters, unreadable);
      }
    }
  }

  /** Returns whether the journal that stood at the beginning was not removed meanwhile. */
  private boolean read(JournalName name, List<Chapter> chapters, List<Problem> unreadable) {
    Optional<Journal> standing = Optional.empty();
    try {
      standing = store.open(name);
    } catch (StoreException e) {
      unreadable.add(new Problem(e.place(), e.reason()));
    }
    try {
      store.history(name, journal -> readRemoved(journal, chapters, unreadable));
    } catch (StoreException e) {
      unreadable.add(new Problem(e.place(), e.reason()));
    }
    if (standing.isEmpty()) {
      return true;
    }
    try (Journal journal = standing.get()) {
      readStanding(journal, chapters, unreadable);
      return journal.stands();
    }
  }

  private void readRemoved(Journal journal, List<Chapter> chapters, List<Problem> unreadable) {
    try {
      List<Page> pages = pages(journal);
      // One that was taken away without having been closed never counted (J-7).
      chapters.add(new Chapter(journal.place(), pages, KIND.closed(fold(pages))));
    } catch (StoreException e) {
      unreadable.add(new Problem(e.place(), e.reason()));
    }
  }

  private void readStanding(Journal journal, List<Chapter> chapters, List<Problem> unreadable) {
    try {
      List<Page> pages = pages(journal);
      SyncRecord expected = heads.expected(journal.name());
      chapters.add(new Chapter(journal.place(), pages, !heads.stale(fold(pages), expected)));
    } catch (StoreException e) {
      unreadable.add(new Problem(e.place(), e.reason()));
    }
  }

  private static SyncPoint fold(List<Page> pages) {
    return Found.fold(new Chapter("", pages, true));
  }

  private static List<Page> pages(Journal journal) {
    List<Page> pages = new ArrayList<>();
    int damaged = 0;
    List<Entry> entries = journal.read();
    while (!entries.isEmpty()) {
      for (Entry entry : entries) {
        try {
          pages.add(new Page.Written(KIND.decode(entry.bytes())));
        } catch (DamagedRecordException e) {
          if (++damaged <= MOST_DAMAGED) {
            Problem problem = FoldedJournal.problem(journal, entry, e.reason());
            pages.add(new Page.Damaged(problem));
          }
        } catch (UnknownFormatException e) {
          throw new StoreException(journal.place(), String.valueOf(e.getMessage()), e);
        }
      }
      entries = journal.read();
    }
    if (damaged > MOST_DAMAGED) {
      String more = "%d more records are damaged".formatted(damaged - MOST_DAMAGED);
      pages.add(new Page.Damaged(new Problem(journal.place(), more)));
    }
    return pages;
  }
}
