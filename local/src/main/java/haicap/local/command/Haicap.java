package haicap.local.command;

import haicap.local.parts.Failure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The entry of ./haicap. */
@Command(name = "haicap", description = "Hai Cấp trên máy này · Hai Cấp on this machine")
final class Haicap {

    private Haicap() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(commandLine(new Console(System.getenv(), out)).execute(arguments));
    }

    static CommandLine commandLine(Console console) {
        return new CommandLine(new Haicap())
                .addSubcommand(new UpCommand(console))
                .addSubcommand(new DownCommand(console))
                .addSubcommand(new StatusCommand(console))
                .addSubcommand(new LogsCommand(console))
                .addSubcommand(new TokenCommand(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(
                        "audit",
                        new CommandLine(new AuditCommand())
                                .addSubcommand(new VerifyAuditCommand(console)))
                .addSubcommand("clock", clock(console))
                .addSubcommand(new StartCommand(console))
                .addSubcommand(new KillCommand(console))
                .addSubcommand(new RestoredCommand(console))
                .addSubcommand(new HelpCommand())
                .setExecutionExceptionHandler((e, line, result) -> {
                    if (!(e instanceof Failure)) {
                        throw e;
                    }
                    line.getErr().println(e.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** A step back, such as -2h, is no option. */
    private static CommandLine clock(Console console) {
        return new CommandLine(new ClockCommand(console))
                .setUnmatchedOptionsArePositionalParams(true);
    }
}
