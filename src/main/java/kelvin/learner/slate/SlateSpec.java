package kelvin.learner.slate;

import kelvin.contract.SlateSizes;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerSpec;
import org.apache.commons.rng.UniformRandomProvider;

/** The description of a learner that answers with several actions at a step. */
public interface SlateSpec extends LearnerSpec {
    @Override
    SlateLearner create(BanditTask problem, UniformRandomProvider random);

    @Override
    SlateSizes slates(int actions);
}
