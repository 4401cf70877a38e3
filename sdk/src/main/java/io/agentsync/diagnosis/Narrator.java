package io.agentsync.diagnosis;

import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.StoryLine;
import io.agentsync.model.SyncOutcome;
import io.agentsync.syncpoint.Abort;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Declare;
import io.agentsync.syncpoint.End;
import io.agentsync.syncpoint.Ended;
import io.agentsync.syncpoint.Excuse;
import io.agentsync.syncpoint.Extend;
import io.agentsync.syncpoint.Force;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Lost;
import io.agentsync.syncpoint.Mismatch;
import io.agentsync.syncpoint.Removed;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.Timeout;
import io.agentsync.syncpoint.Withdraw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells one journal as a story: record by record, what it said and what it came to. */
public final class Narrator {

  private final SyncPoint point = new SyncPoint();
  private final ArrivalTeller arrivals = new ArrivalTeller(point);
  private final EndTeller ends = new EndTeller(point);
  private final JournalTeller journals = new JournalTeller(point);
  private final Map<Long, Moment> firsts = new HashMap<>();
  private final List<StoryLine> lines = new ArrayList<>();

  private Narrator() {}

  /** The story of one journal. */
  public static List<StoryLine> tell(Chapter chapter, Moment now) {
    if (!chapter.counts()) {
      return List.of(aside("stale", whyStale(chapter)));
    }
    Narrator narrator = new Narrator();
    for (Page page : chapter.pages()) {
      if (page instanceof Page.Written written) {
        narrator.tell(written.record());
      } else if (page instanceof Page.Damaged damaged) {
        narrator.lines.add(aside("damaged", words(damaged.problem()) + "; it counts for nobody"));
      }
    }
    narrator.tellOpen(now);
    return narrator.lines;
  }

  /** The story of a journal that cannot be read. */
  public static StoryLine unreadable(Problem problem) {
    return aside("unreadable", words(problem));
  }

  private void tell(SyncRecord record) {
    Optional<Generation> open = point.open();
    long next = point.nextNumber();
    tellRecord(record);
    // What opens a generation ends it as well where one agent alone is complete.
    open.or(() -> point.generation(next))
        .filter(touched -> !touched.open())
        .ifPresent(ended -> tellEnd(ended, ended.end().orElseThrow()));
  }

  private void tellRecord(SyncRecord record) {
    if (record instanceof Arrive it) {
      Telling telling = arrivals.arrive(it);
      if (telling.counts()) {
        firsts.putIfAbsent(it.generation(), it.at());
      }
      add("arrive", it.generation(), it.agent(), it.at(), telling);
    } else if (record instanceof Withdraw it) {
      add("withdraw", it.generation(), it.agent(), it.at(), ends.withdraw(it));
    } else if (record instanceof Ended it) {
      add("ended", it.generation(), null, it.at(), ends.ended(it));
    } else if (record instanceof Timeout it) {
      add("timeout", it.generation(), null, it.at(), ends.timeout(it));
    } else if (record instanceof Force it) {
      add("force", it.generation(), it.actor(), it.at(), ends.force(it));
    } else if (record instanceof Abort it) {
      add("abort", it.generation(), it.actor(), it.at(), ends.abort(it));
    } else if (record instanceof Excuse it) {
      add("excuse", it.generation(), it.actor(), it.at(), ends.excuse(it));
    } else if (record instanceof Extend it) {
      add("extend", it.generation(), it.actor(), it.at(), ends.extend(it));
    } else if (record instanceof Lost it) {
      add("lost", it.generation(), null, it.at(), ends.lost(it));
    } else if (record instanceof Declare it) {
      add("declare", it.generation(), null, it.at(), arrivals.declare(it));
    } else if (record instanceof Mismatch it) {
      add("mismatch", it.generation(), it.agent(), it.at(), arrivals.mismatch(it));
    } else if (record instanceof Removed it) {
      add("removed", it.generation(), null, it.at(), journals.removed(it));
    } else if (record instanceof Head it) {
      Telling telling = journals.head(it);
      lines.add(
          new StoryLine(
              0,
              it.at().map(Moment::wall),
              Optional.empty(),
              "journal",
              Optional.empty(),
              telling.counts(),
              telling.meaning()));
    }
  }

  private void add(String what, long generation, @Nullable String who, Moment at, Telling telling) {
    Moment first = firsts.get(generation);
    lines.add(
        new StoryLine(
            generation,
            Optional.of(at.wall()),
            Optional.ofNullable(first).map(from -> from.shownUntil(at)),
            what,
            Optional.ofNullable(who),
            telling.counts(),
            telling.meaning()));
  }

  private void tellEnd(Generation generation, End end) {
    String sets =
        "%s there%s"
            .formatted(
                isOrAre(generation.arrived(), "nobody"),
                generation.missing().isEmpty()
                    ? ""
                    : ", %s missing".formatted(isOrAre(generation.missing(), "")));
    String reason =
        end.reason()
            .filter(said -> end.outcome() != SyncOutcome.TIMED_OUT)
            .map(said -> "; " + said)
            .orElse("");
    add(
        "outcome",
        generation.number(),
        end.actor().orElse(null),
        end.at(),
        Telling.effect("%s: %s%s".formatted(end.outcome(), sets, reason)));
  }

  private void tellOpen(Moment now) {
    point
        .open()
        .ifPresent(
            open ->
                add(
                    "open",
                    open.number(),
                    null,
                    now,
                    Telling.effect(
                        "has not ended: %s missing".formatted(isOrAre(open.missing(), "nobody")))));
  }

  private static String isOrAre(Set<String> agents, String nobody) {
    return agents.isEmpty() ? nobody + " is" : Words.list(agents) + " " + Words.isOrAre(agents);
  }

  private static String whyStale(Chapter chapter) {
    return "%s was begun by somebody who looked before a removal: nothing of its %d records counts"
        .formatted(chapter.place(), chapter.pages().size());
  }

  private static String words(Problem problem) {
    return problem.path() + ": " + problem.reason();
  }

  private static StoryLine aside(String what, String meaning) {
    return new StoryLine(
        0, Optional.empty(), Optional.empty(), what, Optional.empty(), false, meaning);
  }
}
