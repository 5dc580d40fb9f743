package haicap.local.command;

import haicap.local.api.Tokens;
import haicap.local.parts.Part;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = "In mã truy cập của một máy khách mẫu · Prints a demo client's token")
final class TokenCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "CLIENT")
    private String client = "";

    TokenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var identity = console.system().ports().url(Part.IDENTITY);
        try (var http = HttpClient.newHttpClient()) {
            console.out()
                    .println(new Tokens(http, URI.create(identity + "/oauth2/token")).of(client));
        }
        return 0;
    }
}
