package kelvin.evaluation.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResampledMeansTest {
    private static final double[] WANTED = {0.75, 0.25};

    /**
     * Rewards 4 and 1 of action 0, of which the second weighs double, and 8 of action 1, at even places; 16 of action 1 at an odd place. The first
     * resample has each once, the second has the second reward three times and no other of even places, the third has the last reward alone.
     */
    private static ResampledMeans means(double[][] fitted) {
        ResampledMeans means = new ResampledMeans(2, 3);
        means.add(0, 0, 4, 1, new double[] {1, 0, 0});
        means.add(2, 0, 1, 2, new double[] {1, 3, 0});
        means.add(4, 1, 8, 1, new double[] {1, 0, 0});
        means.add(5, 1, 16, 1, new double[] {1, 1, 1});
        means.end(fitted, new double[][] {WANTED, WANTED});
        return means;
    }

    /** Of the other half: of the action, or where there is none of all actions; where that half is empty, of this one. */
    @Test
    void aPredictionIsTheMeanOfTheOtherHalf() {
        ResampledMeans means = means(new double[2][2]);
        assertThat(means.differences(1, 0)).containsExactly(2, 1, 16);
        assertThat(means.differences(3, 1)).containsExactly(8, 1, 16);
        assertThat(means.differences(0, 0)).containsExactly(16, 16, 16);
        assertThat(means.differences(2, 1)).containsExactly(16, 16, 16);
        assertThat(means.shifts(1)).containsExactly(0.75 * 2 + 0.25 * 8, 1, 16);
        assertThat(means.shifts(0)).containsExactly(16, 16, 16);
    }

    @Test
    void differencesAreThoseFromTheFitToTheWholeLog() {
        ResampledMeans means = means(new double[][] {{10, 20}, {1, 2}});
        assertThat(means.differences(1, 0)).containsExactly(1, 0, 15);
        assertThat(means.differences(1, 1)).containsExactly(6, -1, 14);
        assertThat(means.differences(0, 0)).containsExactly(6, 6, 6);
        assertThat(means.shifts(1)).containsExactly(0.75 + 0.25 * 6, -0.25, 0.75 * 15 + 0.25 * 14);
        assertThat(means.shifts(0)).containsExactly(3.5, 3.5, 3.5);
    }

    /** A half all of whose rewards are of another action predicts by all of them, by their weights. */
    @Test
    void anActionWithoutARewardHasTheMeanOfItsHalf() {
        ResampledMeans means = new ResampledMeans(2, 1);
        means.add(0, 0, 4, 1, new double[] {2});
        means.add(2, 0, 1, 4, new double[] {1});
        means.end(new double[2][2], new double[][] {WANTED, WANTED});
        assertThat(means.differences(1, 1)).containsExactly(2);
        assertThat(means.differences(0, 0)).containsExactly(2);
    }
}
