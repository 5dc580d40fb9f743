package haicap.reporting.testing;

import haicap.platform.events.EventJson;
import haicap.platform.events.PublicState;
import haicap.reporting.files.Counted;
import haicap.reporting.files.CountedKind;
import haicap.reporting.files.Fact;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Facts of what a source tells. */
public final class Told {

    private Told() {}

    /** The fact of a file whose public state is no more than what figures depend on. */
    public static Fact fact(String id, long version, String unitId, Counted counted) {
        return fact(id, version, unitId, counted, Map.of());
    }

    /** The same, with what else its source tells of it. */
    public static Fact fact(
            String id, long version, String unitId, Counted counted, Map<String, ?> more) {
        var kind = kindOf(counted);
        var state = EventJson.read(PublicState.of(counted), ObjectNode.class);
        state.setAll(EventJson.read(EventJson.write(more), ObjectNode.class));
        return Fact.of(id, kind.name(), kind.topic(), version, unitId, state.toString());
    }

    private static CountedKind kindOf(Counted counted) {
        return CountedKind.ALL.stream()
                .filter(kind -> kind.type().isInstance(counted))
                .findFirst()
                .orElseThrow();
    }
}
