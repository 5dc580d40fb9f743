package haicap.platform.deadlines;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The facts that must, and those that must not, hold when an event starts a clock. */
record Condition(Set<String> wanted, Set<String> unwanted) {

    static Condition parse(String text) {
        var wanted = new TreeSet<String>();
        var unwanted = new TreeSet<String>();
        Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> {
                    if (word.startsWith("!")) {
                        unwanted.add(word.substring(1));
                    } else {
                        wanted.add(word);
                    }
                });
        return new Condition(Set.copyOf(wanted), Set.copyOf(unwanted));
    }

    boolean holds(Set<String> facts) {
        return facts.containsAll(wanted) && unwanted.stream().noneMatch(facts::contains);
    }
}
