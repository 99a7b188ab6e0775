package djl;

/** A network that predicts from a context what each action pays, and learns from the reward of the action that was taken. */
interface Scores extends AutoCloseable {
    float[] of(float[] context);

    void learn(float[] context, int action, float reward);

    @Override
    void close();
}
