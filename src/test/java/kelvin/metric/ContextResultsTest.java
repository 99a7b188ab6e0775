package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContextResultsTest {
    private static final Coefficient OURS = new Coefficient("ours", 0, "age", 0.5, 0.1);
    private static final Coefficient THEIRS = new Coefficient("theirs", 0, "age", 0.25, 0.1);
    private static final ReliabilityBin BIN = new ReliabilityBin("ours", 0, 0.1, 0.05, 0.06, 1);
    private static final ReliabilityBin OTHER_BIN = new ReliabilityBin("theirs", 0, 0.1, 0.05, 0.06, 1);
    private static final GroupRegret GROUP = new GroupRegret("ours", "young", 10, 1, 0.1);
    private static final GroupRegret OTHER_GROUP = new GroupRegret("theirs", "young", 10, 2, 0.1);

    @Test
    void theResultsOfSomeLearnersAreAboutThemAlone() {
        ContextResults world = new ContextResults(true, true, List.of("left"), List.of(), List.of(), List.of());
        ContextResults all = world.with(List.of(OURS, THEIRS), List.of(BIN, OTHER_BIN), List.of(GROUP, OTHER_GROUP));
        assertThat(all.of(Set.of("ours")))
                .isEqualTo(world.with(List.of(OURS), List.of(BIN), List.of(GROUP)))
                .satisfies(ours ->
                        assertThat(ours.seen() && ours.fixedComparator()).isTrue());
        assertThat(all.of(Set.of())).isEqualTo(world);
    }

    @Test
    void anArmWithoutANameIsCalledByItsIndex() {
        ContextResults results =
                new ContextResults(true, false, List.of("left", "right"), List.of(), List.of(), List.of());
        assertThat(results.arm(1)).isEqualTo("right");
        assertThat(results.arm(2)).isEqualTo("arm 2");
        assertThat(ContextResults.NONE.arm(0)).isEqualTo("arm 0");
    }
}
