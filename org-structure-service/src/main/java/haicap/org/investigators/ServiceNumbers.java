package haicap.org.investigators;

import haicap.org.officers.Officers;
import haicap.platform.imports.Row;

/** Service numbers in files. */
final class ServiceNumbers {

    private static final String COLUMN = "service_number";

    private ServiceNumbers() {}

    /** That of a row, of an officer who is known. */
    static String known(Row row, Officers officers) {
        var number = row.text(COLUMN);
        if (officers.withServiceNumber(number).isEmpty()) {
            throw row.refused(COLUMN, "officer-unknown", "serviceNumber", number);
        }
        return number;
    }
}
