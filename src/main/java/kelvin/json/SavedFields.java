package kelvin.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;

/** Writes the fields of an object into a map. */
final class SavedFields implements StateFields {
    private final Map<String, Object> fields;

    SavedFields(Map<String, Object> fields) {
        this.fields = fields;
    }

    @Override
    public boolean loading() {
        return false;
    }

    @Override
    public boolean flag(String name, boolean value) {
        put(name, value);
        return value;
    }

    @Override
    public long whole(String name, long value) {
        put(name, value);
        return value;
    }

    @Override
    public double real(String name, double value) {
        put(name, number(value));
        return value;
    }

    @Override
    public String text(String name, String value) {
        put(name, value);
        return value;
    }

    @Override
    public void flags(String name, boolean[] values) {
        List<Object> list = new ArrayList<>(values.length);
        for (boolean value : values) {
            list.add(value);
        }
        put(name, list);
    }

    @Override
    public void wholes(String name, long[] values) {
        put(name, Arrays.stream(values).boxed().toList());
    }

    @Override
    public void reals(String name, double[] values) {
        put(name, numbers(values));
    }

    @Override
    public void rows(String name, double[][] rows) {
        put(name, Arrays.stream(rows).map(SavedFields::numbers).toList());
    }

    @Override
    public long[] wholeList(String name, long[] values) {
        wholes(name, values);
        return values;
    }

    @Override
    public double[] realList(String name, double[] values) {
        reals(name, values);
        return values;
    }

    @Override
    public void part(String name, Resumable part) {
        put(name, tree(part));
    }

    @Override
    public void parts(String name, List<? extends Resumable> parts) {
        put(name, parts.stream().map(SavedFields::tree).toList());
    }

    @Override
    public <T extends Resumable> void list(String name, List<T> parts, Supplier<? extends T> fresh) {
        parts(name, parts);
    }

    private static Map<String, Object> tree(Resumable part) {
        Map<String, Object> tree = new LinkedHashMap<>();
        part.state(new SavedFields(tree));
        return tree;
    }

    private static List<Object> numbers(double[] values) {
        return Arrays.stream(values).mapToObj(SavedFields::number).toList();
    }

    /** Returns what stands for a number in JSON. */
    private static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : Double.toString(value);
    }

    private void put(String name, Object value) {
        if (fields.put(name, value) != null) {
            throw new IllegalStateException("two fields are named " + name + ", names must be unique");
        }
    }
}
