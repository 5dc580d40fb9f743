package haicap.platform.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** How many streams are open, for operators. */
@Component
final class StreamMeters {

    StreamMeters(Streams streams, MeterRegistry meters) {
        Gauge.builder("haicap.streams.open", streams, Streams::open)
                .description("Streams that are open")
                .register(meters);
    }
}
