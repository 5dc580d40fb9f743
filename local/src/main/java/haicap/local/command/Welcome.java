package haicap.local.command;

import haicap.local.parts.Part;
import haicap.local.system.LocalSystem;
import java.io.PrintWriter;
import java.time.Duration;

/** What one needs to know once the system is ready. */
final class Welcome {

    private final LocalSystem system;

    Welcome(LocalSystem system) {
        this.system = system;
    }

    void print(PrintWriter out, Duration took) {
        var ports = system.ports();
        out.printf(
                """

                Hai Cấp sẵn sàng sau %.1f giây · ready in %.1f s

                  Địa chỉ · address     %s
                  Dữ liệu · data        %s
                  PostgreSQL, Kafka     127.0.0.1:%d, 127.0.0.1:%d

                  Máy khách mẫu · demo clients (secret local-demo, POST /oauth2/token, client_credentials):
                    director, deputy-director-1 … -7, pv01-head …, chief-00004, officer-00004 … (126)
                    auditor, operator, wall, integration-cic

                  ./haicap token officer-00004    ./haicap demo    ./haicap status    ./haicap down
                """,
                took.toMillis() / 1000.0,
                took.toMillis() / 1000.0,
                ports.publicUrl(),
                system.home().root(),
                ports.of(Part.POSTGRES),
                ports.of(Part.KAFKA));
        out.flush();
    }
}
