package haicap.acceptance.walker;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every byte there is, raw, in path, query and header. */
public final class EveryByte {

    private static final int BYTES = 256;
    private static final List<Place> PLACES = List.of(Place.values());

    private enum Place {
        PATH,
        QUERY,
        HEADER
    }

    private EveryByte() {}

    /**
     * One operation's share: with all turns taken, each byte has stood in each place.
     *
     * @param ids a thing's id by the path before it
     */
    public static List<Shot> at(
            Operation operation, Function<String, String> ids, int turn, int turns) {
        var whole = new Whole(operation, ids);
        var shots = new ArrayList<Shot>();
        for (int i = turn; i < BYTES * PLACES.size(); i += turns) {
            shots.add(shot(whole, PLACES.get(i / BYTES), (char) (i % BYTES)));
        }
        return shots;
    }

    private static Shot shot(Whole whole, Place place, char sent) {
        var text = "a" + sent + "b";
        var why = "byte %02x in its %s".formatted((int) sent, place);
        return switch (place) {
            case PATH -> whole.shot().to(path(whole, text), why, null);
            case QUERY -> whole.shot().to(query(whole, text), why, null);
            // a key that has been used answers for what it was used for
            case HEADER ->
                    whole.shot()
                            .replacing(header(whole, sent), UUID.randomUUID() + text)
                            .because(why);
        };
    }

    private static String path(Whole whole, String text) {
        return whole.operation().path().contains("{")
                ? whole.filled(before -> text)
                : whole.operation().path() + text;
    }

    private static String query(Whole whole, String text) {
        var names = whole.operation().queryNames();
        var name = names.isEmpty() ? "unheardOf" : names.getFirst();
        return BrokenAddresses.asking(whole.shot().path(), name, text);
    }

    /** One that it takes, in turn, or one that nobody knows. */
    private static String header(Whole whole, char sent) {
        var names =
                Stream.concat(
                                Stream.of("X-Unheard-Of"),
                                whole.operation().parameters().stream()
                                        .filter(each -> each.path("in").asString().equals("header"))
                                        .map(each -> each.path("name").asString()))
                        .toList();
        return names.get(sent % names.size());
    }
}
