package kelvin.comparison;

/**
 * A learner of one of the folders.
 *
 * @param folder the index of its folder
 * @param learner its label there
 */
record ComparedLearner(int folder, String learner) {}
