package kelvin.learner.index;

import kelvin.learner.IndexTable;
import org.junit.jupiter.api.Test;

class UcbVTest {
    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new UcbV(), "ucb_v_hex");
    }
}
