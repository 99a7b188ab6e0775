package kelvin.model.network;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.numeric.LogLoss;
import kelvin.numeric.Sigmoid;

/** The last step of a network: from the pre-activation z of an output neuron to the predicted reward, with the loss that is learnt by. */
@Stability(MAY_CHANGE)
public enum NetworkOutput {
    /** A prediction z of any reward, learnt by the squared error ½(r − z)². */
    IDENTITY {
        @Override
        double of(double z) {
            return z;
        }

        @Override
        double error(double z, double reward) {
            return z - reward;
        }
    },
    /** A gate σ(z), the chance of a reward in [0, 1], learnt by the log-loss −r·ln σ(z) − (1 − r)·ln σ(−z). */
    SIGMOID {
        @Override
        double of(double z) {
            return Sigmoid.of(z);
        }

        @Override
        double error(double z, double reward) {
            return LogLoss.derivative(z, reward);
        }
    };

    /** Returns the prediction. */
    abstract double of(double z);

    /** Returns the derivative of the loss by z. */
    abstract double error(double z, double reward);

    Rewards rewards() {
        return this == SIGMOID ? Rewards.UNIT_INTERVAL : Rewards.REAL;
    }
}
