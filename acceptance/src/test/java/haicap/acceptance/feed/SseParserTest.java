package haicap.acceptance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.feed.SseParser.Block;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseParserTest {

    @Test
    void readsIdNameAndData() throws IOException {
        assertThat(blocks("id: 1-7\nevent: unit\ndata: {}\n\n"))
                .containsExactly(new Block("1-7", "unit", "{}", false));
    }

    @Test
    void joinsLinesOfDataAndTakesAwayOneBlankOnly() throws IOException {
        assertThat(blocks("data:a\ndata:  b\n\n"))
                .containsExactly(new Block(null, "message", "a\n b", false));
    }

    @Test
    void knowsCommentsFromEvents() throws IOException {
        assertThat(blocks(": still here\n\nretry: 1000\n\n")).allMatch(Block::comment);
    }

    @Test
    void dropsWhatTheEndOfTheStreamCutsOff() throws IOException {
        assertThat(blocks("data: a\n\nid: 1-8\ndata: b")).hasSize(1);
    }

    private static List<Block> blocks(String stream) throws IOException {
        var parser = new SseParser(new BufferedReader(new StringReader(stream)));
        var blocks = new ArrayList<Block>();
        for (var block = parser.next(); block.isPresent(); block = parser.next()) {
            blocks.add(block.get());
        }
        return blocks;
    }
}
