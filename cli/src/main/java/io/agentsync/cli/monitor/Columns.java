package io.agentsync.cli.monitor;

import io.agentsync.cli.render.PointFields;
import io.agentsync.model.SyncStatus;
import java.util.List;

/**
 * Which columns the list of sync points has, and how wide they are: the fewer the narrower the
 * screen.
 *
 * @param cursor the sign of the selection, with its gap
 * @param state symbol and word, or the symbol alone
 * @param id the id
 * @param generation its number; 0 for none
 * @param joinedBar the bar of arrivals; 0 for none
 * @param joined the numbers of arrivals
 * @param timeBar the bar of time used up; 0 for none
 * @param time the time left or since
 * @param waiting who is missing; 0 for none
 */
record Columns(
    int cursor,
    int state,
    int id,
    int generation,
    int joinedBar,
    int joined,
    int timeBar,
    int time,
    int waiting) {

  static final int GAP = 2;

  private static final int STATE_WITH_WORD = 12;
  private static final int SYMBOL = 1;
  private static final int TIME = 11;
  private static final int LEAST_WAITING = 14;
  private static final int LEAST_ID = 8;

  static Columns of(Frame frame, List<SyncStatus> points) {
    int wide = frame.columns();
    boolean words = wide >= 60;
    int joinedBar = wide < 36 ? 0 : wide < 60 ? 5 : wide < 100 ? 8 : wide < 150 ? 10 : 16;
    int timeBar = wide < 100 ? 0 : wide < 150 ? 8 : 14;
    int joined = longest(points.stream().map(PointFields::joined).toList(), 3);
    int number = longest(points.stream().map(point -> "#" + point.generation()).toList(), 3);
    Columns all =
        new Columns(
            wide < 36 ? 1 : 2,
            words ? STATE_WITH_WORD : SYMBOL,
            0,
            wide < 72 ? 0 : number,
            joinedBar,
            joined,
            timeBar,
            wide < 36 ? 0 : TIME,
            words ? LEAST_WAITING : 0);
    int left = wide - all.width();
    int id = Math.max(LEAST_ID, Math.min(longest(ids(points), 2), left));
    return all.with(id, words ? Math.max(0, left - id + LEAST_WAITING) : 0);
  }

  /** The arrivals, bar and numbers. */
  int arrivals() {
    return joinedBar + (joinedBar > 0 ? 1 : 0) + joined;
  }

  /** The time, bar and words. */
  int times() {
    return timeBar + (timeBar > 0 ? 1 : 0) + time;
  }

  private int width() {
    int gaps = state > SYMBOL ? GAP : 1;
    return cursor
        + state
        + gaps
        + (generation > 0 ? generation + GAP : 0)
        + GAP
        + arrivals()
        + (time > 0 ? GAP + times() : 0)
        + (waiting > 0 ? GAP + waiting : 0);
  }

  private Columns with(int newId, int newWaiting) {
    return new Columns(
        cursor, state, newId, generation, joinedBar, joined, timeBar, time, newWaiting);
  }

  private static List<String> ids(List<SyncStatus> points) {
    return points.stream().map(point -> PointId.of(point).label()).toList();
  }

  private static int longest(List<String> texts, int least) {
    return Math.max(least, texts.stream().mapToInt(String::length).max().orElse(0));
  }
}
