package haicap.acceptance.load;

import haicap.acceptance.client.Answer;
import haicap.acceptance.load.Ledger.Accepted;
import haicap.acceptance.load.Units.Unit;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that is not finished with.
 *
 * @param unit whose it is
 * @param counterpart the client that decides on it besides those of the unit
 * @param etag the version seen last; empty when nobody has looked yet
 * @param openedAt since when there is such a file, by the clock of the system
 * @param way the steps to come, one after the other
 */
record Dossier(
        Kind kind,
        String id,
        Unit unit,
        String counterpart,
        String etag,
        String openedAt,
        List<Step> way) {

    /** A file that was just made. */
    static Dossier made(Kind kind, Unit unit, String counterpart, List<Step> way, Answer answer) {
        return unseen(kind, answer.text("id"), unit, counterpart, way).seen(answer);
    }

    static Dossier unseen(Kind kind, String id, Unit unit, String counterpart, List<Step> way) {
        return new Dossier(kind, id, unit, counterpart, "", "", way);
    }

    boolean isSeen() {
        return !etag.isEmpty();
    }

    Dossier seen(Answer answer) {
        return new Dossier(
                kind, id, unit, counterpart, answer.etag(), answer.text(kind.opening()), way);
    }

    /** What must be told when the next step has been taken. */
    List<Accepted> toTell(Answer answer) {
        return Stream.concat(
                        Stream.of(new Accepted(next().activity(), id)),
                        found(answer).stream()
                                .map(file -> new Accepted("finding-recorded", file.id())))
                .toList();
    }

    /** The findings that came of the next step, one for each way that they go. */
    List<Dossier> found(Answer answer) {
        var ways = Ways.OF_FINDINGS.iterator();
        return answer.json()
                .path("findingIds")
                .valueStream()
                .map(found ->
                        unseen(Kind.FINDING, found.asString(), unit, counterpart, ways.next()))
                .toList();
    }

    /** The next step has been taken. */
    Dossier further(Answer answer) {
        return new Dossier(
                kind, id, unit, counterpart, answer.etag(), openedAt, way.subList(1, way.size()));
    }

    boolean isFinished() {
        return way.isEmpty();
    }

    Step next() {
        return way.getFirst();
    }

    String path() {
        return kind.path(id);
    }
}
