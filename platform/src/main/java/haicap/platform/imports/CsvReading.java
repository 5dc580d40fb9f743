package haicap.platform.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import haicap.platform.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads files of comma separated values with a header row, in UTF-8, as spreadsheets write them: a
 * byte order mark, blanks around the names of columns and rows of nothing but commas do no harm.
 */
public final class CsvReading {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final String WHOLE_ROW = "";

    private CsvReading() {}

    /**
     * Reads comma separated values with a header row, in UTF-8.
     *
     * @param columns all columns that the header must have, and no others, in any order
     * @param mostRows a longer file is not read
     */
    public static CsvFile read(InputStream in, List<String> columns, int mostRows) {
        var utf8 =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var rows = new ArrayList<Row>();
        var places = new HashMap<String, Integer>();
        long line = 1;
        List<String> header = List.of();
        try (var csv =
                CsvReader.builder()
                        .allowUnclosedQuote(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(new InputStreamReader(withoutMark(in), utf8))) {
            for (var record : csv) {
                line = record.getStartingLineNumber();
                if (header.isEmpty()) {
                    header = record.getFields().stream().map(Texts::trimmed).toList();
                    var wrong = Header.faults(header, columns);
                    if (!wrong.isEmpty()) {
                        return new CsvFile(List.of(), wrong);
                    }
                    for (int place = 0; place < header.size(); place++) {
                        places.put(header.get(place), place);
                    }
                } else if (!saysNothing(record)) {
                    if (record.getFieldCount() != columns.size()) {
                        return unreadable(line, "field-count", Map.of("expected", columns.size()));
                    }
                    rows.add(row(record, places));
                }
                if (rows.size() > mostRows) {
                    return unreadable(line, "too-many-rows", Map.of("most", mostRows));
                }
            }
        } catch (UncheckedIOException | IOException e) {
            return unreadable(line + 1, "not-utf8", Map.of());
        } catch (CsvParseException e) {
            return unreadable(line + 1, "not-csv", Map.of());
        }
        return rows.isEmpty() ? unreadable(1, "no-rows", Map.of()) : new CsvFile(rows, List.of());
    }

    /** Spreadsheets put a byte order mark before UTF-8. */
    private static InputStream withoutMark(InputStream in) throws IOException {
        var start = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        var first = start.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            start.unread(first);
        }
        return start;
    }

    private static boolean saysNothing(CsvRecord record) {
        return record.getFields().stream().allMatch(Texts::isBlank);
    }

    private static Row row(CsvRecord record, Map<String, Integer> places) {
        return new Row(
                record.getStartingLineNumber(),
                new RowFields(places, record.getFields().toArray(String[]::new)));
    }

    private static CsvFile unreadable(long line, String code, Map<String, ?> args) {
        return new CsvFile(List.of(), List.of(new RowRefused(line, WHOLE_ROW, code, args, true)));
    }
}
