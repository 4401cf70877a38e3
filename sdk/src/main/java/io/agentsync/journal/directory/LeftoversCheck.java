package io.agentsync.journal.directory;

import io.agentsync.model.Check;
import java.nio.file.Path;
import java.util.List;

/** What lies about that nobody needs any longer. */
record LeftoversCheck(Layout layout) implements PlaceCheck {

  @Override
  public String name() {
    return "leftovers";
  }

  @Override
  public Check look() {
    List<Path> old = new Leftovers(layout).old();
    return old.isEmpty()
        ? Check.ok(name(), "no old temporary files")
        : Check.warning(
            name(),
            "%d files of processes that died in the middle of something, such as %s"
                .formatted(old.size(), layout.root().relativize(old.get(0))),
            "sync-diag cleanup");
  }
}
