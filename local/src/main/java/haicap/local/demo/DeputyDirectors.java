package haicap.local.demo;

import java.util.List;
import java.util.stream.IntStream;

/** The deputy directors, whose clients are named like their posts. */
final class DeputyDirectors {

    /** To whom the head of the investigation office reports. */
    static final String FOR_CRIME = "deputy-director-3";

    /** All seven; each leads a team of inspectors. */
    static final List<String> ALL =
            IntStream.rangeClosed(1, 7).mapToObj(number -> "deputy-director-" + number).toList();

    private DeputyDirectors() {}
}
