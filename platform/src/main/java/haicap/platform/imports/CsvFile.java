package haicap.platform.imports;

import java.util.List;

/** A file as it was read: its rows, or what keeps it from being read. */
public record CsvFile(List<Row> rows, List<RowRefused> refusals) {}
