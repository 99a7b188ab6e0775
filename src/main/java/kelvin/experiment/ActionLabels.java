package kelvin.experiment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kelvin.yaml.BadInput;
import kelvin.yaml.SourceLocation;
import org.jspecify.annotations.Nullable;

/** Numbers for the labels of actions, whatever they are: {@code 1.0} is {@code 1} and {@code -0} is {@code 0}, all else is as it is written. */
final class ActionLabels {
    private static final int MAX_ACTIONS = 1000;
    private static final Pattern COUNT = Pattern.compile("-?\\d+");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,40}");
    private static final Pattern DECIMAL_WHOLE = Pattern.compile("(-?\\d{1,40})\\.0*");

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final boolean listed;
    private final int count;

    private ActionLabels(boolean listed, int count) {
        this.listed = listed;
        this.count = count;
    }

    /** Labels that are given, or their number, or neither. */
    static ActionLabels of(@Nullable String given) {
        if (given == null) {
            return new ActionLabels(false, 0);
        } else if (COUNT.matcher(given.strip()).matches()) {
            BigInteger count = new BigInteger(given.strip());
            if (count.compareTo(BigInteger.TWO) < 0 || count.compareTo(BigInteger.valueOf(MAX_ACTIONS)) > 0) {
                throw new BadInput(
                        "--actions: found " + SourceLocation.shorten(given) + ", must be in [2, " + MAX_ACTIONS + "]");
            }
            return new ActionLabels(false, count.intValueExact());
        }
        ActionLabels labels = new ActionLabels(true, 0);
        List<String> all =
                Arrays.stream(given.split(",", -1)).map(String::strip).toList();
        all.forEach(label -> labels.numbers.put(plain(label), labels.numbers.size()));
        if (labels.numbers.size() < Math.max(all.size(), 2) || all.contains("") || all.size() > MAX_ACTIONS) {
            throw new BadInput("--actions: found '" + SourceLocation.shorten(given) + "', must be a number or 2 to "
                    + MAX_ACTIONS + " different labels with commas between them");
        }
        return labels;
    }

    private static String plain(String label) {
        Matcher whole = DECIMAL_WHOLE.matcher(label);
        String plain = whole.matches() ? whole.group(1) : label;
        return plain.equals("-0") ? "0" : plain;
    }

    /** Returns the index of a label, in the order of first occurrence; −1 if it is not allowed. */
    int number(String label) {
        String plain = plain(label);
        Integer known = numbers.get(plain);
        if (known == null && (listed || numbers.size() == MAX_ACTIONS)) {
            return -1;
        } else if (known == null) {
            known = numbers.size();
            numbers.put(plain, known);
        }
        return known;
    }

    /** Describes the labels that are allowed. */
    String allowed() {
        return listed
                ? "one of " + String.join(", ", numbers.keySet())
                : "one of at most " + MAX_ACTIONS + " different actions";
    }

    /** Sorts all labels: whole numbers by size, then text. */
    List<String> sorted() {
        List<String> labels = new ArrayList<>(numbers.keySet());
        labels.sort(Comparator.comparing((String label) -> !WHOLE.matcher(label).matches())
                .thenComparing(label -> WHOLE.matcher(label).matches() ? new BigInteger(label) : BigInteger.ZERO)
                .thenComparing(Comparator.naturalOrder()));
        IntStream.rangeClosed(1, count - labels.size()).forEach(i -> labels.add("unchosen " + i));
        return labels;
    }

    /** Returns the index of each label among the sorted ones; actions that are only counted come after them. */
    List<Integer> order(String place) {
        if (count > 0 && numbers.size() > count) {
            throw new BadInput("--actions: found " + count + ", must be " + numbers.size() + " or more, as many as "
                    + place + " has: " + some(sorted()));
        } else if (numbers.size() == 1 && count == 0) {
            throw new BadInput(place + ": found one action, '"
                    + SourceLocation.shorten(numbers.keySet().iterator().next())
                    + "', must be two or more; --actions says which others could be chosen");
        }
        List<String> sorted = sorted();
        List<Integer> order =
                new ArrayList<>(numbers.keySet().stream().map(sorted::indexOf).toList());
        IntStream.range(order.size(), sorted.size()).forEach(order::add);
        return order;
    }

    private static String some(List<String> labels) {
        return SourceLocation.shorten(String.join(", ", labels));
    }
}
