package haicap.reporting.testing;

import haicap.platform.events.PublicState;
import haicap.reporting.files.Counted;
import haicap.reporting.files.CountedKind;
import haicap.reporting.files.Fact;

/** Facts of what a source tells. */
public final class Told {

    private Told() {}

    /** The fact of a file whose public state is no more than what figures depend on. */
    public static Fact fact(String id, long version, String unitId, Counted counted) {
        var kind = kindOf(counted);
        return Fact.of(id, kind.name(), kind.topic(), version, unitId, PublicState.of(counted));
    }

    private static CountedKind kindOf(Counted counted) {
        return CountedKind.ALL.stream()
                .filter(kind -> kind.type().isInstance(counted))
                .findFirst()
                .orElseThrow();
    }
}
