package kelvin.decision;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each checked for its type when it is read. */
record JsonMembers(Map<?, ?> map) {
    static JsonMembers of(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return new JsonMembers(map);
        }
        throw new IllegalArgumentException("found " + tree + ", must be an object {…}");
    }

    boolean has(String name) {
        return map.containsKey(name);
    }

    String text(String name) {
        return get(name, String.class, "text");
    }

    long whole(String name) {
        return get(name, Long.class, "a whole number");
    }

    double real(String name) {
        return get(name, Double.class, "a number with a point");
    }

    boolean truth(String name) {
        return get(name, Boolean.class, "true or false");
    }

    JsonMembers fields(String name) {
        return of(get(name, Map.class, "an object {…}"));
    }

    List<Object> list(String name) {
        List<?> list = get(name, List.class, "a list");
        return List.copyOf(list);
    }

    /** Returns a set of actions; null if there is no such member. */
    @Nullable
    BitSet actions(String name) {
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

    private <T> T get(String name, Class<T> type, String allowed) {
        Object value = map.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + ": found " + value + ", must be " + allowed);
        }
        return type.cast(value);
    }
}
