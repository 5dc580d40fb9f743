package haicap.reporting.facts;

import haicap.reporting.files.CrimeReport.HandOver;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file's hand-overs as one text, the one that the digests of recounts are made of. */
final class HandOvers {

    private HandOvers() {}

    static String write(List<HandOver> handOvers) {
        return handOvers.stream()
                .map(each -> micros(each.at()) + "@" + each.unitId())
                .collect(Collectors.joining(","));
    }

    static List<HandOver> read(String text) {
        return text.isEmpty() ? List.of() : Stream.of(text.split(",")).map(HandOvers::one).toList();
    }

    private static HandOver one(String text) {
        var parts = text.split("@", 2);
        return new HandOver(
                Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), parts[1]);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
