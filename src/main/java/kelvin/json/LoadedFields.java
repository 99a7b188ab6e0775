package kelvin.json;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kelvin.contract.InvalidValue;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an object from a map; names in errors are paths from the object of the map. */
final class LoadedFields implements StateFields {
    private static final int MAX_SHOWN_CHARACTERS = 40;

    private final Map<?, ?> fields;
    private final Set<String> read = new HashSet<>();

    private LoadedFields(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** Loads an object with all its fields; errors name their paths. */
    static void load(String path, @Nullable Object tree, Resumable part) {
        Map<?, ?> map = cast(path, tree, Map.class, "an object {…}");
        try {
            LoadedFields fields = new LoadedFields(map);
            part.state(fields);
            fields.end();
        } catch (InvalidValue inside) {
            throw inside.within(path);
        }
    }

    @Override
    public boolean loading() {
        return true;
    }

    @Override
    public boolean flag(String name, boolean value) {
        return get(name, Boolean.class, "true or false");
    }

    @Override
    public long whole(String name, long value) {
        return get(name, Long.class, "a whole number");
    }

    @Override
    public double real(String name, double value) {
        return number(name, get(name, Object.class, "a number"));
    }

    @Override
    public String text(String name, String value) {
        return get(name, String.class, "text");
    }

    @Override
    public void flags(String name, boolean[] values) {
        List<?> list = list(name, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = cast(item(name, i), list.get(i), Boolean.class, "true or false");
        }
    }

    @Override
    public void wholes(String name, long[] values) {
        fill(name, list(name, values.length), values);
    }

    @Override
    public void reals(String name, double[] values) {
        fill(name, list(name, values.length), values);
    }

    @Override
    public void rows(String name, double[][] rows) {
        List<?> list = list(name, rows.length);
        for (int i = 0; i < rows.length; i++) {
            fill(item(name, i), list(item(name, i), list.get(i), rows[i].length), rows[i]);
        }
    }

    @Override
    public long[] wholeList(String name, long[] values) {
        List<?> list = list(name);
        long[] loaded = new long[list.size()];
        fill(name, list, loaded);
        return loaded;
    }

    @Override
    public double[] realList(String name, double[] values) {
        List<?> list = list(name);
        double[] loaded = new double[list.size()];
        fill(name, list, loaded);
        return loaded;
    }

    @Override
    public void part(String name, Resumable part) {
        load(name, get(name, Object.class, "an object {…}"), part);
    }

    @Override
    public void parts(String name, List<? extends Resumable> parts) {
        List<?> list = list(name, parts.size());
        for (int i = 0; i < parts.size(); i++) {
            load(item(name, i), list.get(i), parts.get(i));
        }
    }

    @Override
    public <T extends Resumable> void list(String name, List<T> parts, Supplier<? extends T> fresh) {
        List<?> list = list(name);
        parts.clear();
        for (int i = 0; i < list.size(); i++) {
            T part = fresh.get();
            load(item(name, i), list.get(i), part);
            parts.add(part);
        }
    }

    /** Checks that every field was asked for. */
    private void end() {
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (!read.contains(String.valueOf(field.getKey()))) {
                throw wrong(
                        String.valueOf(field.getKey()), field.getValue(), "absent, as this state has no such field");
            }
        }
    }

    private static void fill(String name, List<?> list, long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = cast(item(name, i), list.get(i), Long.class, "a whole number");
        }
    }

    private static void fill(String name, List<?> list, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i) instanceof Double number ? number : number(item(name, i), list.get(i));
        }
    }

    private static double number(String path, @Nullable Object value) {
        if (value instanceof Double number) {
            return number;
        } else if ("NaN".equals(value)) {
            return Double.NaN;
        } else if ("Infinity".equals(value)) {
            return Double.POSITIVE_INFINITY;
        } else if ("-Infinity".equals(value)) {
            return Double.NEGATIVE_INFINITY;
        }
        throw wrong(path, value, "a number with a point, \"NaN\", \"Infinity\" or \"-Infinity\"");
    }

    private List<?> list(String name) {
        return get(name, List.class, "a list");
    }

    private List<?> list(String name, int size) {
        return list(name, get(name, Object.class, "a list"), size);
    }

    private static List<?> list(String name, @Nullable Object value, int size) {
        List<?> list = cast(name, value, List.class, "a list");
        if (list.size() != size) {
            throw InvalidValue.at(name, list.size() + " items", size + " items");
        }
        return list;
    }

    private <T> T get(String name, Class<T> type, String allowed) {
        read.add(name);
        return cast(name, fields.get(name), type, allowed);
    }

    private static <T> T cast(String path, @Nullable Object value, Class<T> type, String allowed) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw wrong(path, value, allowed);
    }

    private static InvalidValue wrong(String path, @Nullable Object found, String allowed) {
        return InvalidValue.at(path, shown(found), allowed);
    }

    private static String item(String name, int index) {
        return name + "[" + index + "]";
    }

    /** Returns a value for an error, on one line that is not long. */
    private static String shown(@Nullable Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            return value instanceof Map<?, ?> ? "an object" : "a list";
        } else if (value instanceof String text) {
            return "'" + (text.length() > MAX_SHOWN_CHARACTERS ? text.substring(0, MAX_SHOWN_CHARACTERS) + "…" : text)
                    + "'";
        }
        return value == null ? "nothing" : value.toString();
    }
}
