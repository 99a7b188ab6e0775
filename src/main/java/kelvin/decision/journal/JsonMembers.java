package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, each checked for its type when it is read.
 *
 * @param map the members by their names
 */
@Stability(MAY_CHANGE)
public record JsonMembers(Map<?, ?> map) {
    /** Returns the members of a parsed value, which must be an object. */
    public static JsonMembers of(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return new JsonMembers(map);
        }
        throw new IllegalArgumentException("found " + tree + ", must be an object {…}");
    }

    /** Returns true if there is a member of that name. */
    public boolean has(String name) {
        return map.containsKey(name);
    }

    /** Returns a member that is a text. */
    public String text(String name) {
        return get(name, String.class, "text");
    }

    /** Returns a member that is a whole number. */
    public long whole(String name) {
        return get(name, Long.class, "a whole number");
    }

    /** Returns a member that is a number with a point. */
    public double real(String name) {
        return get(name, Double.class, "a number with a point");
    }

    /** Returns a member that is a number with a point, or NaN if it is null. */
    public double realOrNaN(String name) {
        return has(name) && map.get(name) == null ? Double.NaN : real(name);
    }

    /** Returns a member that is a duration as ISO 8601 writes it. */
    public Duration duration(String name) {
        try {
            return Duration.parse(text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + ": found " + text(name) + ", must be such as PT24H", e);
        }
    }

    /** Returns the members by their names as texts. */
    public Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    /** Returns a member that is true or false. */
    public boolean truth(String name) {
        return get(name, Boolean.class, "true or false");
    }

    /** Returns the members of a member that is an object. */
    public JsonMembers fields(String name) {
        return of(get(name, Map.class, "an object {…}"));
    }

    /** Returns a member that is a list without null. */
    public List<Object> list(String name) {
        List<?> list = get(name, List.class, "a list");
        if (list.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(name + ": found null, must be a list without null");
        }
        return List.copyOf(list);
    }

    /** Returns a set of actions; null if there is no such member. */
    @Nullable
    public BitSet actions(String name) {
        if (!has(name)) {
            return null;
        }
        BitSet actions = new BitSet();
        for (Object action : list(name)) {
            if (!(action instanceof Long number) || number < 0 || number > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(name + ": found " + action + ", must be an action");
            }
            actions.set(number.intValue());
        }
        return actions;
    }

    /** Returns numbers, with −∞ for null; null if there is no such member. */
    public double @Nullable [] reals(String name) {
        if (!has(name)) {
            return null;
        }
        List<?> list = get(name, List.class, "a list");
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            Object found = list.get(i);
            if (found != null && !(found instanceof Double)) {
                throw new IllegalArgumentException(
                        name + ": found " + found + ", must be numbers with a point, or null");
            }
            numbers[i] = found instanceof Double number ? number : Double.NEGATIVE_INFINITY;
        }
        return numbers;
    }

    private <T> T get(String name, Class<T> type, String allowed) {
        Object value = map.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + ": found " + value + ", must be " + allowed);
        }
        return type.cast(value);
    }
}
