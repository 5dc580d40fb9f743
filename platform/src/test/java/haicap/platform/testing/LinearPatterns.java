package haicap.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * No pattern that looks at what others sent takes more than so many steps for each character: twice
 * the text, at most about twice the steps. Steps are counted, not timed. Nor does one take stack
 * for each of them: a group that is repeated takes the last of it where it could have gone back.
 */
public final class LinearPatterns {

    private static final int LENGTH = 400;
    private static final double MOST_GROWTH = 2.6;
    private static final int LONG = 16_000;
    private static final long SMALL_STACK = 512 * 1024;

    /** What makes patterns go back: nearly all of a kind, and the one that spoils it at the end. */
    private static final List<String> REPEATED =
            List.of(
                    "a", " ", "0", "0 ", "a ", "A", "x_", "CCCD ", "0.", "-", "1,", "id", "\t",
                    "\"\",");

    private static final List<String> SPOILED = List.of("", "\u0007", "!", "\n");

    private LinearPatterns() {}

    /**
     * Fails with each pattern of these packages, in a field or on a member of a body, that does.
     */
    public static void areAll(String... packages) {
        var patterns = new TreeMap<String, Pattern>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(packages)
                        .stream()
                        .map(JavaClass::getFields)
                        .flatMap(java.util.Collection::stream)
                        .forEach(field -> add(field, patterns));
        assertThat(patterns).as("patterns").isNotNull();
        assertThat(
                        patterns.entrySet().stream()
                                .filter(each -> growth(each.getValue()) > MOST_GROWTH)
                                .map(each -> each.getKey() + ": " + each.getValue()))
                .as("patterns that are not linear")
                .isEmpty();
        assertThat(
                        patterns.entrySet().stream()
                                .filter(each -> takesStack(each.getValue()))
                                .map(each -> each.getKey() + ": " + each.getValue()))
                .as("patterns that take stack for each step")
                .isEmpty();
    }

    private static void add(JavaField field, TreeMap<String, Pattern> patterns) {
        var rule =
                field.tryGetAnnotationOfType(jakarta.validation.constraints.Pattern.class)
                        .map(jakarta.validation.constraints.Pattern::regexp);
        rule.ifPresent(regexp -> patterns.put(field.getFullName(), Pattern.compile(regexp)));
        if (HasName.Predicates.name(Pattern.class.getName()).test(field.getRawType())) {
            patterns.put(field.getFullName(), constant(field.reflect()));
        }
    }

    private static Pattern constant(Field field) {
        assertThat(Modifier.isStatic(field.getModifiers())).as(field.toString()).isTrue();
        try {
            field.setAccessible(true);
            return (Pattern) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The worst growth of its steps when the text is twice as long. */
    public static double growth(Pattern pattern) {
        double worst = 0;
        for (var repeated : REPEATED) {
            for (var spoiled : SPOILED) {
                var text = repeated.repeat(LENGTH);
                long once = steps(pattern, text + spoiled);
                long twice = steps(pattern, text + text + spoiled);
                worst = Math.max(worst, twice / (double) Math.max(once, LENGTH));
            }
        }
        return worst;
    }

    /** Whether what fits into a header, and fits the pattern, takes all of a small stack. */
    public static boolean takesStack(Pattern pattern) {
        var overflows = new AtomicBoolean();
        var small =
                new Thread(
                        null,
                        () -> {
                            try {
                                REPEATED.forEach(each ->
                                        steps(
                                                pattern,
                                                each.repeat(LONG / each.length())
                                                        + each.substring(0, each.length() - 1)));
                            } catch (StackOverflowError tooDeep) {
                                overflows.set(true);
                            }
                        },
                        "small",
                        SMALL_STACK);
        small.start();
        try {
            small.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return overflows.get();
    }

    private static long steps(Pattern pattern, String text) {
        var counted = new Counted(text);
        pattern.matcher(counted).matches();
        var found = pattern.matcher(counted);
        while (found.find()) {
            // each is a step of its own
        }
        return counted.steps;
    }

    private static final class Counted implements CharSequence {

        private final String text;
        private long steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.subSequence(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
