package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * One decision, with all that is needed to account for it.
 *
 * @param id the name it was asked for with
 * @param action the action chosen, from 0
 * @param propensity with which probability, in (0, 1]
 * @param version which state of the values it was drawn from: how often values or arms had changed
 * @param step its number, from 1
 * @param time when it was asked for, in milliseconds since 1970
 */
@Stability(MAY_CHANGE)
public record Decision(String id, int action, double propensity, long version, long step, long time) {}
