package io.agentsync.journal.directory;

import io.agentsync.model.Check;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks all that there is to ask about the directory of a store. */
final class DirectoryCheckup {

  private final Layout layout;

  DirectoryCheckup(Layout layout) {
    this.layout = layout;
  }

  List<Check> run() {
    Path place = existing(layout.root());
    List<Check> found = new ArrayList<>();
    found.add(look(new FileSystemCheck(place)));
    found.add(look(new PermissionsCheck(layout.root())));
    found.add(look(new SpaceCheck(place)));
    found.add(look(new DurabilityCheck(layout)));
    found.add(look(new SocketCheck(layout)));
    found.addAll(tryOut());
    found.add(look(new LeftoversCheck(layout)));
    return found;
  }

  private List<Check> tryOut() {
    List<PlaceCheck> trials = List.of(new WritingCheck(layout), new LockingCheck(layout));
    if (Files.isDirectory(layout.root()) && Files.isWritable(layout.root())) {
      return trials.stream().map(DirectoryCheckup::look).toList();
    }
    return Files.exists(layout.root())
        ? List.of(
            Check.problem(
                WritingCheck.NAME,
                layout.root() + " is read-only for you, so nothing was tried out",
                "agents need to write here: mount it writable, or give them the right to write"))
        : List.of(Check.ok(WritingCheck.NAME, "not tried out: there is no directory yet"));
  }

  private static Check look(PlaceCheck check) {
    try {
      return check.look();
    } catch (IOException e) {
      return failed(check, Failures.reason(e));
    } catch (StoreException e) {
      return failed(check, e.place() + " " + e.reason());
    }
  }

  private static Check failed(PlaceCheck check, String reason) {
    return Check.problem(
        check.name(), "failed: " + reason, "see to it that this works, then look again");
  }

  private static Path existing(Path root) {
    Path existing = root;
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing;
  }
}
