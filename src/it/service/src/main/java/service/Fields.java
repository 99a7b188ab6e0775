package service;

import java.util.List;
import java.util.Map;
import kelvin.json.Json;

/**
 * The members of a request's JSON object.
 *
 * @param members the members by their names
 */
record Fields(Map<?, ?> members) {
    /** Parses an object; of no text, one without members. */
    static Fields of(String text) {
        Object tree = text.isEmpty() ? Map.of() : Json.parse(text);
        if (tree instanceof Map<?, ?> members) {
            return new Fields(members);
        }
        throw new IllegalArgumentException("found " + tree + ", must be an object {…}");
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + ": found " + members.get(name) + ", must be a text");
    }

    double number(String name) {
        if (members.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(name + ": found " + members.get(name) + ", must be a number");
    }

    int whole(String name) {
        double number = number(name);
        if (number == (int) number) {
            return (int) number;
        }
        throw new IllegalArgumentException(name + ": found " + members.get(name) + ", must be a whole number");
    }

    double[] numbers(String name) {
        if (members.get(name) instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
            return list.stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
        }
        throw new IllegalArgumentException(name + ": found " + members.get(name) + ", must be a list of numbers");
    }
}
