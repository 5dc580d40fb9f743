package haicap.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TraceTest {

    private static final String HEADER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void keepsTheTraceThatCame() {
        assertThat(Trace.of(HEADER).traceparent()).isEqualTo(HEADER);
    }

    @Test
    void beginsANewOneWhereNoneCanBeRead() {
        for (var rubbish :
                List.of(
                        "rubbish",
                        HEADER + "0",
                        HEADER.toUpperCase(Locale.ROOT),
                        HEADER.replace('-', '_'),
                        HEADER.replace('c', 'g'),
                        HEADER.replaceFirst("00", "01"))) {
            assertThat(Trace.of(rubbish).traceId())
                    .as(rubbish)
                    .matches("[0-9a-f]{32}")
                    .isNotEqualTo(Trace.of(HEADER).traceId());
        }
        assertThat(Trace.of(null)).isNotEqualTo(Trace.of(null));
    }

    @Test
    void isBoundToTheWorkAndGoneAfterIt() {
        var seen = new AtomicReference<String>();
        Trace.of(HEADER).during(() -> seen.set(Trace.current().traceId() + MDC.get("traceId")));
        assertThat(seen.get()).isEqualTo("0af7651916cd43dd8448eb211c80319c".repeat(2));
        assertThat(MDC.get("traceId")).isNull();
    }
}
