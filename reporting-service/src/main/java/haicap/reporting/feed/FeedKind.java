package haicap.reporting.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a record of the feed is: a unit's figures, something that happened, a line crossed. */
enum FeedKind {
    UNIT,
    ACTIVITY,
    ALERT;

    @JsonValue
    String publicName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static FeedKind named(String publicName) {
        return valueOf(publicName.toUpperCase(Locale.ROOT));
    }
}
