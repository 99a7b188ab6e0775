package kelvin.chart.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;

/**
 * The texts of options, read as strictly as values of a file.
 *
 * @param all the texts by name
 */
record OptionTexts(Map<String, String> all) {
    OptionTexts {
        all = Map.copyOf(all);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(all.get(name));
    }

    Optional<Integer> whole(String name) {
        return text(name).map(text -> {
            Require.that(text.matches("-?\\d{1,9}"), name, "'" + text + "'", "a whole number");
            return Integer.valueOf(text);
        });
    }

    Optional<Boolean> truth(String name) {
        return text(name).map(text -> {
            Require.that(List.of("true", "false").contains(text), name, "'" + text + "'", "true or false");
            return Boolean.valueOf(text);
        });
    }

    <E extends Enum<E>> Optional<E> constant(String name, E[] values) {
        return text(name).map(text -> constant(name, text, values));
    }

    private static <E extends Enum<E>> E constant(String name, String text, E[] values) {
        return Stream.of(values)
                .filter(value -> word(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        name,
                        "'" + text + "'",
                        "one of " + Stream.of(values).map(OptionTexts::word).collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    <E extends Enum<E>> Optional<List<E>> constants(String name, E[] values) {
        return list(name)
                .map(words ->
                        words.stream().map(word -> constant(name, word, values)).toList());
    }

    /** Splits at commas; a comma inside quotes does not count. */
    Optional<List<String>> list(String name) {
        return text(name).map(text -> {
            List<String> parts = new ArrayList<>();
            for (String part : text.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
                String trimmed = part.strip();
                boolean quoted = trimmed.length() > 1 && trimmed.startsWith("\"") && trimmed.endsWith("\"");
                parts.add(quoted ? trimmed.substring(1, trimmed.length() - 1) : trimmed);
            }
            return parts;
        });
    }
}
