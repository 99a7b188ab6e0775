package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void ofMoreThanAThousandTheRestIsCounted() {
        Faults faults = new Faults();
        for (int i = 1; i <= 1000; i++) {
            faults.add("fault " + i);
        }
        assertThat(faults.list()).hasSize(1000).startsWith("fault 1").endsWith("fault 1000");
        faults.add("fault 1001");
        faults.add("fault 1002");
        assertThat(faults.list()).hasSize(1001).endsWith("fault 1000", "and 2 more");
        assertThat(faults.count()).isEqualTo(1002);
    }
}
