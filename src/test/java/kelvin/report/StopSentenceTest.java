package kelvin.report;

import static org.assertj.core.api.Assertions.assertThat;

import kelvin.metric.InterimLooks;
import kelvin.metric.StopReport;
import org.junit.jupiter.api.Test;

class StopSentenceTest {
    private static final InterimLooks TWELVE = new InterimLooks(12);

    @Test
    void aPreciseResultNamesTheLookAndTheWidestInterval() {
        assertThat(StopSentence.of(new StopReport("regret", 0.5, 0.4321, "UCB1", 5, TWELVE, 1024)))
                .isEqualTo(
                        "Precise enough after 1024 repetitions, at look 5 of 12: no 95 % interval of regret is wider than"
                                + " ± 0.5; the widest is ± 0.432 (UCB1). Intervals and p-values are adjusted for 12 looks at the data.");
    }

    @Test
    void anImpreciseResultSaysSoInCapitals() {
        assertThat(StopSentence.of(new StopReport("regret of UCB1", 0.5, 0.6, "UCB1", 1, InterimLooks.ONE, 64)))
                .isEqualTo(
                        "NOT PRECISE ENOUGH after 64 repetitions, the largest number allowed: at least one 95 % interval of"
                                + " regret of UCB1 is wider than ± 0.5; the widest is ± 0.600 (UCB1).");
    }

    /** Of 64 repetitions an event of probability 1 − 0.05^(1/64) = 4.57 % is missing with probability 5 %. */
    @Test
    void equalValuesComeWithTheRemarkOnRareLosses() {
        assertThat(StopSentence.of(new StopReport("regret", 0.5, 0, "UCB1", 1, InterimLooks.ONE, 64)))
                .isEqualTo(
                        "Precise enough after 64 repetitions, at look 1 of 1: all values are equal; no interval accounts for"
                                + " a loss too rare to have occurred in 64 repetitions: one that occurs in 4.6 % of all repetitions is"
                                + " missed with probability 5 %.");
    }
}
