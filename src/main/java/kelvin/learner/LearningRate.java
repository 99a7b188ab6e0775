package kelvin.learner;

import kelvin.policy.Softmax;

/** The learning rates of anytime exponential weights: they fall with the root of the step. */
final class LearningRate {
    private LearningRate() {}

    /** scale·√(ln K/(step·K)); a single action counts as two, so that the rate is above 0. */
    static double anytime(double scale, long step, int actions) {
        return scale * Math.sqrt(StrictMath.log(Math.max(actions, 2)) / ((double) step * actions));
    }

    /** Exponential weights with that rate. */
    static Softmax softmax(double scale, long step, int actions) {
        return new Softmax(1 / anytime(scale, step, actions));
    }
}
