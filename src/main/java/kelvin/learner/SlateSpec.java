package kelvin.learner;

import kelvin.contract.SlateSizes;
import org.apache.commons.rng.UniformRandomProvider;

/** The description of a learner that answers with several actions at a step. */
public interface SlateSpec extends LearnerSpec {
    @Override
    SlateLearner create(Problem problem, UniformRandomProvider random);

    @Override
    SlateSizes slates(int actions);
}
