package haicap.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessTableTest {

    private static final String AFTER_STATE =
            " 1 77 77 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 424242 1000 50 0 0 0 0";

    @Test
    void readsANameThatHoldsBracketsAndBlanks() {
        var entry = ProcessTable.parse(77, "77 (odd ) S name) S" + AFTER_STATE);

        assertThat(entry).contains(new ProcessTable.Entry(77, 1, 424242));
    }

    @Test
    void doesNotCountAZombieAsAlive() {
        assertThat(ProcessTable.parse(77, "77 (java) Z" + AFTER_STATE)).isEmpty();
    }

    @Test
    void countsADyingProcessAsAliveWhileItHasThreads() {
        var dying = "77 (java) Z" + AFTER_STATE.replace(" 20 0 1 0 ", " 20 0 9 0 ");

        assertThat(ProcessTable.parse(77, dying)).isPresent();
    }

    @Test
    void findsThisVeryProcess() {
        var self = ProcessHandle.current().pid();

        assertThat(ProcessTable.find(self)).isPresent();
        assertThat(ProcessTable.residentBytes(self)).isPositive();
    }
}
