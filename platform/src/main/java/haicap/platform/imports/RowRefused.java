package haicap.platform.imports;

import java.util.Map;

/** A row that cannot be taken in: where, why, and what the text of the reason names. */
public final class RowRefused extends RuntimeException {

    private final long row;
    private final String column;
    private final String code;
    private final Map<String, ?> args;
    private final boolean unreadable;

    RowRefused(long row, String column, String code, Map<String, ?> args, boolean unreadable) {
        super("row " + row + " " + column + ": " + code + " " + args, null, false, false);
        this.row = row;
        this.column = column;
        this.code = code;
        this.args = args;
        this.unreadable = unreadable;
    }

    /** Whether the column itself cannot be read, whatever the rules. */
    boolean isUnreadable() {
        return unreadable;
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
