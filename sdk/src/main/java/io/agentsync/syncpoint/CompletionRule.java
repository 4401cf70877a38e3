package io.agentsync.syncpoint;

/** When a generation is complete, and when it can no longer be (SP-8). */
public sealed interface CompletionRule {

  /** Every required agent that is not excused stands, and none of them has failed. */
  CompletionRule ALL = new All();

  /** At least {@code least} agents stand with OK. */
  static CompletionRule quorum(int least) {
    return new Quorum(least);
  }

  /** Its name in records. */
  String label();

  /** What follows from who stands. */
  Verdict judge(Tally tally);

  /** How many of those awaited need not come, as long as it is open. */
  int spare(Tally tally);

  /** What a rule says. */
  enum Verdict {
    OPEN,
    COMPLETE,
    HOPELESS
  }

  /**
   * Who stands, in numbers.
   *
   * @param ok how many stand with OK
   * @param failed how many stand with FAILED
   * @param standing how many stand
   * @param awaited how many do not, and are not excused
   */
  record Tally(int ok, int failed, int standing, int awaited) {}

  /** Everybody. */
  record All() implements CompletionRule {
    @Override
    public String label() {
      return "all";
    }

    @Override
    public Verdict judge(Tally tally) {
      if (tally.failed() > 0) {
        return Verdict.HOPELESS;
      }
      return tally.awaited() == 0 && tally.standing() > 0 ? Verdict.COMPLETE : Verdict.OPEN;
    }

    @Override
    public int spare(Tally tally) {
      return 0;
    }
  }

  /**
   * Enough of them. Excuses never lower the number.
   *
   * @param least how many have to stand with OK
   */
  record Quorum(int least) implements CompletionRule {
    @Override
    public String label() {
      return "quorum";
    }

    @Override
    public Verdict judge(Tally tally) {
      if (tally.ok() >= least) {
        return Verdict.COMPLETE;
      }
      return tally.ok() + tally.awaited() < least ? Verdict.HOPELESS : Verdict.OPEN;
    }

    @Override
    public int spare(Tally tally) {
      return tally.ok() + tally.awaited() - least;
    }
  }
}
