package kelvin.learner.index;

import kelvin.learner.IndexTable;
import org.junit.jupiter.api.Test;

class UcbAlphaTest {
    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new UcbAlpha(1), "ucb_alpha1_hex");
    }
}
