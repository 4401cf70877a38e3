package io.agentsync.journal;

import io.agentsync.model.Check;
import java.util.List;

/**
 * What a {@link JournalStore} may offer besides: a look at whether its place is fit to be shared.
 * What holds for stores of any engine is looked at elsewhere.
 */
public interface Checkup {

  /**
   * Looks. What has to be tried out is tried on something temporary, which is gone afterwards;
   * where nothing can be written, nothing is tried, and that is said. Creates no store.
   *
   * @return what was found, in the order in which it is shown; a failure to look is a problem among
   *     them
   */
  List<Check> checkUp();
}
