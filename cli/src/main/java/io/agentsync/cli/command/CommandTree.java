package io.agentsync.cli.command;

import io.agentsync.cli.render.ColorPolicy;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** All modes under one roof, as picocli wants them. */
public final class CommandTree {

  private static final String[] EXAMPLES = {
    "",
    "Examples:",
    "  sync-diag                                     numbers, then all sync points",
    "  sync-diag diagnose build                      why it is stuck",
    "  sync-diag monitor                             what happens, live",
    "  sync-diag list --state error --json           for scripts",
    "  sync-diag sync build --agent a --with b,c     take part from a shell",
    "  sync-diag excuse build b --dry-run            who would go on without b",
    "  sync-diag register a --capability review      let others know of agent a",
    "  sync-diag registry --stale-after 5m           who is there, who is silent",
    "  sync-diag stats --check -q                    for cron: 1 is unhealthy",
    "  sync-diag cleanup --older-than 7d --dry-run   what would be removed"
  };

  private CommandTree() {}

  /** A command line that is ready to be executed once. */
  public static CommandLine of(Console console, GlobalOptions options) {
    Invocation call = new Invocation(console, options);
    CommandLine root =
        new CommandLine(new Overview(options, call))
            .addSubcommand(new ListCommand(call))
            .addSubcommand(new MonitorCommand(call))
            .addSubcommand(new StatsCommand(call))
            .addSubcommand(new DiagnoseCommand(call))
            .addSubcommand(new ExplainCommand(call))
            .addSubcommand(new SyncCommand(call))
            .addSubcommand(new WaitCommand(call))
            .addSubcommand(new ForceCommand(call))
            .addSubcommand(new AbortCommand(call))
            .addSubcommand(new ExcuseCommand(call))
            .addSubcommand(new ExtendCommand(call))
            .addSubcommand(new RegistryCommand(call))
            .addSubcommand(new RegisterCommand(call))
            .addSubcommand(new HeartbeatCommand(call))
            .addSubcommand(new StatusCommand(call))
            .addSubcommand(new DeregisterCommand(call))
            .addSubcommand(new CleanupCommand(call))
            .addSubcommand(new DoctorCommand(call))
            .addSubcommand(new CompletionCommand(call));
    UsageMessageSpec usage = root.getCommandSpec().usageMessage();
    usage.exitCodeList(ExitCode.table());
    usage.footer(EXAMPLES);
    root.getSubcommands()
        .values()
        .forEach(mode -> mode.getCommandSpec().usageMessage().exitCodeList(ExitCode.table()));
    boolean colour = ColorPolicy.AUTO.allows(console.outIsTerminal(), console.environment());
    return root.setCaseInsensitiveEnumValuesAllowed(true)
        .setAllowSubcommandsAsOptionParameters(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF));
  }
}
