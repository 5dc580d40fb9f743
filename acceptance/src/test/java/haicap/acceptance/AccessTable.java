package haicap.acceptance;

import haicap.acceptance.system.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table of {@code docs/access.md}: who is answered what. */
record AccessTable(List<Cell> cells) {

    /**
     * What a role is answered for an operation.
     *
     * @param part whose operation it is; {@code every} stands for each part
     * @param operation method and path
     * @param situation of the thing; empty for the usual one
     */
    record Cell(
            String part, String operation, String situation, String role, Relation of, Mark mark) {

        Cell with(Mark other) {
            return new Cell(part, operation, situation, role, of, other);
        }
    }

    /** Whose the thing is. */
    enum Relation {
        OWN,
        OTHER,
        FORMER
    }

    /** What is answered. */
    enum Mark {
        GRANTED("✓"),
        NOT_LISTED("∅"),
        WHO("401"),
        FORBIDDEN("403"),
        ABSENT("404");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        static Mark of(String sign) {
            return Arrays.stream(values())
                    .filter(mark -> mark.sign.equals(sign))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no mark: " + sign));
        }
    }

    static AccessTable read() {
        try {
            var lines =
                    Files.readAllLines(Checkout.here().root().resolve("docs/access.md")).stream()
                            .filter(line -> line.startsWith("| "))
                            .toList();
            int head = indexOfHead(lines);
            var roles = split(lines.get(head)).subList(2, split(lines.get(head)).size());
            var cells = new ArrayList<Cell>();
            for (var line : lines.subList(head + 1, lines.size())) {
                cells.addAll(row(split(line), roles));
            }
            return new AccessTable(List.copyOf(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int indexOfHead(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("| part | operation |")) {
                return i;
            }
        }
        throw new IllegalStateException("the table was not found");
    }

    private static List<String> split(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                .map(String::strip)
                .toList();
    }

    private static List<Cell> row(List<String> row, List<String> roles) {
        var named = row.get(1).split(" · ");
        var operation = named[0].replace("`", "");
        var situation = named.length > 1 ? named[1] : "";
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < roles.size(); i++) {
            var signs = row.get(i + 2).split(" ");
            for (var relation : Relation.values()) {
                var sign = signs[Math.min(relation.ordinal(), signs.length - 1)];
                cells.add(
                        new Cell(
                                row.getFirst(),
                                operation,
                                situation,
                                roles.get(i),
                                relation,
                                Mark.of(sign)));
            }
        }
        return cells;
    }
}
