package haicap.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import haicap.platform.privacy.Label;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists as {@code text/csv} (RFC 4180, UTF-8): a column for each field of the items, under its name
 * in JSON; what is not one value stays JSON. The cursor is in {@code Link}, as always. A text that
 * a spreadsheet would take for a formula is preceded by an apostrophe. The last column of each row
 * says how the export may be handled, who had it, and when; no row bears a label of its own.
 */
class PagesAsCsv extends AbstractHttpMessageConverter<Page<?>> {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private final JsonMapper json;
    private final Clock clock;

    PagesAsCsv(JsonMapper json, Clock clock) {
        super(StandardCharsets.UTF_8, CSV);
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Page.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Page<?> readInternal(Class<? extends Page<?>> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("pages are only written", message);
    }

    @Override
    protected void writeInternal(Page<?> page, HttpOutputMessage message) throws IOException {
        message.getHeaders().setContentType(CSV);
        var rows = page.items().stream().map(this::row).toList();
        try (var csv =
                CsvWriter.builder()
                        .build(new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8))) {
            if (!rows.isEmpty()) {
                var names = new ArrayList<>(rows.getFirst().propertyNames());
                names.add("watermark");
                csv.writeRecord(names);
            }
            var watermark = Label.ofExport(page.items()) + " " + hadBy();
            rows.forEach(row -> csv.writeRecord(cells(row, watermark)));
        }
    }

    private ObjectNode row(Object item) {
        ObjectNode row = json.valueToTree(item);
        return row.without(Label.FIELD);
    }

    private static List<String> cells(JsonNode row, String watermark) {
        return Stream.concat(row.valueStream().map(PagesAsCsv::cell), Stream.of(watermark))
                .toList();
    }

    private String hadBy() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return (caller == null ? "-" : caller.getName()) + " " + clock.instant();
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            return value.toString();
        }
        var text = value.asString();
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
