package kelvin.policy;

/**
 * The dotted path of a number inside a component: {@code policy.temperature} is the temperature of the component
 * policy.
 */
final class ParameterPath {
    private ParameterPath() {}

    /** Returns the component and its dot, or the whole name where the number is not inside a component. */
    static String head(String parameter) {
        int dot = parameter.indexOf('.');
        return dot < 0 ? parameter : parameter.substring(0, dot + 1);
    }

    /** Returns the name within the component. */
    static String tail(String parameter) {
        return parameter.substring(parameter.indexOf('.') + 1);
    }
}
