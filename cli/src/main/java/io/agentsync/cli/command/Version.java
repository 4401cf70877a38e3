package io.agentsync.cli.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which tool this is, and which Java runs it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
    return new String[] {"sync-diag " + version, "Java " + System.getProperty("java.version")};
  }
}
