package haicap.platform.testing;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Looks where persons are counted: only in the form of {@link haicap.platform.privacy.PersonCount},
 * which does not tell other units of few.
 */
public final class PersonCounts {

    /** As whole words of a name, or as two that follow each other. */
    private static final Set<String> WORDS =
            Set.of(
                    "person",
                    "persons",
                    "people",
                    "population",
                    "resident",
                    "residents",
                    "citizen",
                    "citizens",
                    "inhabitants",
                    "household",
                    "households",
                    "suspect",
                    "suspects",
                    "suspected",
                    "accused",
                    "defendant",
                    "defendants",
                    "offender",
                    "offenders",
                    "culprits",
                    "victim",
                    "victims",
                    "injured",
                    "dead",
                    "deaths",
                    "casualties",
                    "reporter",
                    "reporters",
                    "witness",
                    "witnesses",
                    "petitioner",
                    "petitioners",
                    "complainant",
                    "complainants",
                    "informants",
                    "detainee",
                    "detainees",
                    "detained",
                    "detentions",
                    "arrest",
                    "arrests",
                    "arrested",
                    "arrestees",
                    "prisoners",
                    "addicts",
                    "users",
                    "minors",
                    "women",
                    "men",
                    "doi tuong",
                    "nghi pham",
                    "bi can",
                    "bi cao",
                    "bi hai",
                    "nan nhan",
                    "nguoi bao",
                    "nhan khau",
                    "dan so");

    /** Published statistics of whole units, by name. */
    private static final Set<String> PUBLISHED =
            Set.of("population", "partPopulation", "populationShare", "populationWeight");

    private static final Set<String> FORM = Set.of("count", "suppressed");

    private PersonCounts() {}

    /** Whether what bears this name counts persons and is no published statistic. */
    public static boolean areIn(String name) {
        return !PUBLISHED.contains(name) && NameWords.of(name).hold(WORDS);
    }

    /** The properties anywhere in a document that count persons in another form. */
    public static Set<String> raw(JsonNode document) {
        var found = new TreeSet<String>();
        look(document, document, found);
        return found;
    }

    private static void look(JsonNode node, JsonNode document, Set<String> found) {
        node.path("properties")
                .forEachEntry((name, schema) -> {
                    if (areIn(name) && !isPersonCount(schema, document)) {
                        found.add(name);
                    }
                });
        node.forEach(each -> look(each, document, found));
    }

    private static boolean isPersonCount(JsonNode schema, JsonNode document) {
        var reference = schema.path("$ref").asString("");
        var form = reference.isEmpty() ? schema : document.at(reference.substring(1));
        return Set.copyOf(form.path("properties").propertyNames()).equals(FORM);
    }
}
