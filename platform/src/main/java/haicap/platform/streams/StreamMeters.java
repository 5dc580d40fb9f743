package haicap.platform.streams;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** How many streams are open, for operators. */
@Component
final class StreamMeters {

    StreamMeters(Streams streams, MeterRegistry meters) {
        meters.gauge("haicap.streams.open", streams, Streams::open);
    }
}
