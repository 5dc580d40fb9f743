package haicap.casework.imports;

import java.util.Map;

/** A row that cannot be taken in: where, why, and what the text of the reason names. */
public final class RowRefused extends RuntimeException {

    private final long row;
    private final String column;
    private final String code;
    private final Map<String, ?> args;

    RowRefused(long row, String column, String code, Map<String, ?> args) {
        super("row " + row + " " + column + ": " + code, null, false, false);
        this.row = row;
        this.column = column;
        this.code = code;
        this.args = args;
    }

    /** Line of the file in which the row begins; the header is line 1. */
    long row() {
        return row;
    }

    String column() {
        return column;
    }

    String code() {
        return code;
    }

    Map<String, ?> args() {
        return args;
    }
}
