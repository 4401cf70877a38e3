package io.agentsync.journal.directory;

import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses the file systems on which appends and locks do not hold between processes. */
final class FileSystems {

  private static final Logger LOG = LoggerFactory.getLogger(FileSystems.class);
  static final Set<String> REFUSED =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb3",
          "smbfs",
          "9p",
          "drvfs",
          "virtiofs",
          "lustre",
          "afs",
          "ceph",
          "glusterfs",
          "beegfs",
          "gpfs",
          "vboxsf",
          "vmhgfs",
          "prl_fs",
          "fakeowner",
          "fuse");

  private FileSystems() {}

  static void refuseUnsuitable(Path root) {
    Path existing = root;
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      judge(root, Files.getFileStore(existing).type().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw Failures.of(root, "its file system cannot be told", e);
    }
  }

  static void judge(Path root, String type) {
    if (REFUSED.contains(type) || type.startsWith("fuse.")) {
      throw new StoreException(
          root.toString(),
          "is on a file system of type %s, where appends and locks of several processes cannot be"
                  .formatted(type)
              + " trusted. Use a local directory, or zookeeper://host:2181/name for several machines.",
          null);
    }
    if (type.equals("overlay")) {
      LOG.warn(
          "{} is in the layers of a container image: other containers do not see it. "
              + "Use a volume or a bind mount.",
          root);
    }
  }
}
