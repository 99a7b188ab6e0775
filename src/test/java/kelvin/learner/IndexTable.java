package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.learner.index.IndexPlayer;

/** The players of index learners against the reference table of index values. */
public final class IndexTable {
    private IndexTable() {}

    /** Teaches the first arm what each row says, the second ten rewards of mean 0.7, and compares the size of
     * the first arm's index: a learner that looks for the least has its indices negated. */
    public static void agrees(LearnerSpec spec, String column) {
        assertThat(Reference.rows("bandit_indices.csv"))
                .allSatisfy(row -> assertThat(Math.abs(index(spec, row)))
                        .as("%s", row)
                        .isCloseTo(row.number(column), withinPercentage(1e-8)));
    }

    static double index(LearnerSpec spec, Row row) {
        BanditTask problem = new BanditTask(whole(row, "K"), whole(row, "T"));
        IndexPlayer player = (IndexPlayer) spec.create(problem, Players.random(1));
        teach(player, 0, whole(row, "n"), whole(row, "s"));
        teach(player, 1, 10, 7);
        return player.indices(whole(row, "t") + 1)[0];
    }

    public static void teach(Learner player, int arm, int plays, int wins) {
        for (int i = 0; i < plays; i++) {
            player.observe(i + 1, arm, i < wins ? 1 : 0);
        }
    }

    private static int whole(Row row, String column) {
        return Integer.parseInt(row.text(column));
    }
}
