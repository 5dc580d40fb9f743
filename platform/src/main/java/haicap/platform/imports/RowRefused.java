package haicap.platform.imports;

import java.util.Map;

/** A row that cannot be taken in: where, why, and what the text of the reason names. */
public final class RowRefused extends RuntimeException {

    private final long row;
    private final String column;
    private final String code;
    private final Map<String, ?> args;

    RowRefused(long row, String column, String code, Map<String, ?> args) {
        super("row " + row + " " + column + ": " + code + " " + args, null, false, false);
        this.row = row;
        this.column = column;
        this.code = code;
        this.args = args;
    }

    /** Line of the file in which the row begins; the header is line 1. */
    public long row() {
        return row;
    }

    public String column() {
        return column;
    }

    public String code() {
        return code;
    }

    public Map<String, ?> args() {
        return args;
    }
}
