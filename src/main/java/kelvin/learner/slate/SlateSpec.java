package kelvin.learner.slate;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerSpec;
import org.apache.commons.rng.UniformRandomProvider;

/** The description of a learner that answers with several actions at a step. */
@Stability(STABLE)
public interface SlateSpec extends LearnerSpec {
    @Override
    SlateLearner create(BanditTask problem, UniformRandomProvider random);

    @Override
    SlateSizes slates(int actions);
}
