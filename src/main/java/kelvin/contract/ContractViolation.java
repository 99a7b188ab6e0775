package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

/** Thrown when a class returns what the contract of its interface rules out. */
@Stability(STABLE)
public final class ContractViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an error of the form {@code acme.Mine.probabilities returned NaN for action 3, must be in [0, 1]}.
     *
     * @param culprit the object that returned it
     * @param method the name of the method
     * @param returned what it returned
     * @param allowed what it must do, to follow "must"
     */
    public ContractViolation(Object culprit, String method, String returned, String allowed) {
        super(culprit.getClass().getName() + "." + method + " returned " + returned + ", must " + allowed);
    }
}
