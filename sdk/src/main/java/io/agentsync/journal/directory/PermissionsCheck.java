package io.agentsync.journal.directory;

import io.agentsync.model.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Whose the store is, and whether strangers could take it away or put something into it. */
record PermissionsCheck(Path root) implements PlaceCheck {

  private static final int STICKY = 01000;

  @Override
  public String name() {
    return "permissions";
  }

  @Override
  public Check look() throws IOException {
    if (!Files.exists(root)) {
      return Check.ok(name(), "there is no directory yet; it will be for its owner only");
    }
    if (!Files.getFileStore(root).supportsFileAttributeView("posix")) {
      return Check.ok(name(), "this file system has no owners and modes");
    }
    PosixFileAttributes found = attributes(root);
    String owner = found.owner().getName();
    String me = System.getProperty("user.name", "unknown");
    if (!owner.equals(me)) {
      return Check.problem(
          name(),
          "belongs to %s, and you are %s: each is refused what the other makes here"
              .formatted(owner, me),
          "run as %s, or use a directory of your own".formatted(owner));
    }
    List<Path> open = openToAll();
    if (!open.isEmpty()) {
      return Check.problem(
          name(), "everybody may write to " + open.get(0), "chmod o-w " + open.get(0));
    }
    Path parent = root.toRealPath().getParent();
    if (parent != null && worldWritable(parent) && !sticky(parent)) {
      return Check.problem(
          name(),
          "everybody may write to %s, and so put another directory in its place".formatted(parent),
          "chmod +t " + parent);
    }
    return Check.ok(
        name(),
        "belongs to %s, %s".formatted(owner, PosixFilePermissions.toString(found.permissions())));
  }

  private List<Path> openToAll() throws IOException {
    List<Path> open = new ArrayList<>();
    if (worldWritable(root)) {
      open.add(root);
    }
    for (Path entry : StateFiles.list(root)) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && worldWritable(entry)) {
        open.add(entry);
      }
    }
    return open;
  }

  private static boolean worldWritable(Path path) throws IOException {
    return attributes(path).permissions().contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static boolean sticky(Path path) throws IOException {
    return ((Integer) Files.getAttribute(path, "unix:mode") & STICKY) != 0;
  }

  private static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class);
  }
}
