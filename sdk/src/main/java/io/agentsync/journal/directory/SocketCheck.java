package io.agentsync.journal.directory;

import io.agentsync.model.Check;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whether sessions can be rung at through sockets, or have to watch files. */
record SocketCheck(Layout layout) implements PlaceCheck {

  private static final String ANY_SESSION = "0".repeat(13);

  @Override
  public String name() {
    return "bells";
  }

  @Override
  public Check look() {
    Path socket = SocketDoorbell.socket(layout.bells(), ANY_SESSION);
    int length = socket.toString().getBytes(StandardCharsets.UTF_8).length;
    return length > SocketDoorbell.LONGEST_SOCKET_PATH
        ? Check.warning(
            name(),
            "paths of sockets would have %d bytes, and %d are possible: changes are noticed by watching files"
                .formatted(length, SocketDoorbell.LONGEST_SOCKET_PATH),
            "agents are woken sooner in a directory with a shorter path")
        : Check.ok(
            name(),
            "paths of sockets have %d bytes, %d are possible"
                .formatted(length, SocketDoorbell.LONGEST_SOCKET_PATH));
  }
}
