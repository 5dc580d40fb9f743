package haicap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.problems.Refusal;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private final Cursors cursors = new Cursors("case", "secret");

    @Test
    void openWhatTheySealed() {
        assertThat(cursors.open(cursors.seal("2026-01-01", "cr-1"), 2))
                .containsExactly("2026-01-01", "cr-1");
    }

    @Test
    void refuseAChangedOne() {
        var sealed = cursors.seal("cr-1");
        var changed = (sealed.charAt(0) == 'A' ? 'B' : 'A') + sealed.substring(1);
        assertThatThrownBy(() -> cursors.open(changed, 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void refuseOneOfAnotherListOrService() {
        assertThatThrownBy(() -> cursors.open(cursors.seal("a", "b"), 1))
                .isInstanceOf(Refusal.class);
        var foreign = new Cursors("inspection", "secret").seal("cr-1");
        assertThatThrownBy(() -> cursors.open(foreign, 1)).isInstanceOf(Refusal.class);
    }
}
