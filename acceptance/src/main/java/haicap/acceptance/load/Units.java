package haicap.acceptance.load;

import haicap.acceptance.client.Api;
import java.util.List;
import java.util.stream.StreamSupport;

/** The communes of today, as org-structure lists them. */
public final class Units {

    /** One unit and the demo clients that act for it. */
    public record Unit(String id, String code) {

        /** Who decides for the unit. */
        public String chief() {
            return "chief-" + code;
        }

        /** The post of who decides for it. */
        String chiefPost() {
            return "chief-" + id;
        }

        /** Who takes down what is reported. */
        public String officer() {
            return "officer-" + code;
        }

        /** The post of the duty officer. */
        public String dutyPost() {
            return "duty-" + id;
        }
    }

    private Units() {}

    /** All of them, by code. */
    public static List<Unit> ofToday(Api api) {
        var units = api.as("wall").get("/api/v1/units?tier=COMMUNE&limit=500").orFail().json();
        return StreamSupport.stream(units.path("items").spliterator(), false)
                .map(unit -> new Unit(unit.path("id").asString(), unit.path("code").asString()))
                .toList();
    }
}
