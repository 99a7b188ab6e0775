package kelvin.learner.index;

import kelvin.learner.IndexTable;
import org.junit.jupiter.api.Test;

class MossAnytimeTest {
    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new MossAnytime(1), "moss_anytime_hex");
    }
}
