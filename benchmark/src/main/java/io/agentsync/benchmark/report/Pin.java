package io.agentsync.benchmark.report;

/**
 * What an arrival was found to cost, in reference loops.
 *
 * @param ratio how many
 * @param tolerance how many times that is still taken for noise
 */
public record Pin(double ratio, double tolerance) {

  /** Whether an arrival is not grossly dearer than it was. */
  public boolean isKeptBy(Spread measured) {
    return measured.median() <= ratio * tolerance;
  }

  /** The comparison, for who reads the log of a build. */
  public String words(Spread measured) {
    String comparison =
        "One arrival costs "
            + Numbers.spread(measured, "")
            + " reference loops of processor time; pinned "
            + Numbers.plain(ratio)
            + ", at most "
            + Numbers.plain(ratio * tolerance)
            + ".";
    if (!isKeptBy(measured)) {
      return comparison + " Too dear: find out what made it so, or pin it anew.";
    }
    return measured.median() * tolerance < ratio
        ? comparison + " Much cheaper than it was: pin it anew."
        : comparison;
  }
}
