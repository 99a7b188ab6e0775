package kelvin.learner.index;

import kelvin.learner.IndexTable;
import org.junit.jupiter.api.Test;

class MossTest {
    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new Moss(), "moss_T_hex");
    }
}
