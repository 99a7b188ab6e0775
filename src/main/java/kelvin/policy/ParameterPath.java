package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/**
 * The dotted path of a number inside a component: {@code policy.temperature} is the temperature of the component
 * policy.
 */
@Stability(STABLE)
public final class ParameterPath {
    private ParameterPath() {}

    /**
     * Returns the component and its dot, or the whole name where the number is not inside a component.
     *
     * @param parameter the path
     * @return its head
     */
    public static String head(String parameter) {
        int dot = parameter.indexOf('.');
        return dot < 0 ? parameter : parameter.substring(0, dot + 1);
    }

    /**
     * Returns the name within the component.
     *
     * @param parameter the path
     * @return what is behind its first dot
     */
    public static String tail(String parameter) {
        return parameter.substring(parameter.indexOf('.') + 1);
    }
}
