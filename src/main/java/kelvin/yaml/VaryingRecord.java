package kelvin.yaml;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.yaml.VaryingForm.Layer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Binds and writes one record in {@link VaryingForm}. One is made per record that is bound; records that may not vary are bound as
 * they are.
 */
final class VaryingRecord {
    static final String CONSTANT_ONLY = "must not change with the step here";

    private final VaryingForm form;
    private final boolean mayVary;
    private final Class<? extends Record> around;
    private final Map<String, Variation> variations = new LinkedHashMap<>();

    VaryingRecord(VaryingForm form, Class<? extends Record> type) {
        this.form = form;
        mayVary = form.constant().isAssignableFrom(type);
        around = mayVary && form.copiesItself(type) ? form.wrapper() : form.copying();
    }

    /** Returns the type that may be written for a component. */
    Type expected(RecordComponent component, Node node) {
        if (varies(component, node)) {
            return form.variation();
        }
        return isInner(component) ? form.any() : component.getGenericType();
    }

    private boolean varies(RecordComponent component, Node node) {
        return mayVary(component) && node instanceof MappingNode;
    }

    /** Returns whether the number of a component may vary. */
    boolean mayVary(RecordComponent component) {
        return mayVary && YamlTypes.isReal(component.getType());
    }

    private boolean isInner(RecordComponent component) {
        return mayVary && component.getType() == form.constant();
    }

    /** Returns the value at the first step, and keeps the variations that were written in its place. */
    Object fixed(RecordComponent component, Node node, Object value, SourceLocation place) {
        if (varies(component, node)) {
            variations.put(component.getName(), new Variation(around, value));
            return form.first().applyAsDouble(value);
        }
        return isInner(component) ? constant(component.getName(), value, place) : value;
    }

    /** Strips a component of its variations, which move to the record around it, under their paths. */
    private Object constant(String component, Object inner, SourceLocation place) {
        if (form.varies(inner)) {
            Layer layer = form.layer((Record) inner);
            Object constant = constant(component, layer.inner(), place);
            Class<? extends Record> wrapper = form.copying().isInstance(inner) ? form.copying() : around;
            variations.put(component + "." + layer.path(), new Variation(wrapper, layer.variation()));
            return constant;
        } else if (!form.constant().isInstance(inner)) {
            throw place.error(CONSTANT_ONLY);
        }
        return inner;
    }

    /** Puts the variations that were kept around the record. */
    Object around(Object made, YamlMapping fields) {
        Object all = made;
        for (Map.Entry<String, Variation> each : variations.entrySet()) {
            Variation variation = each.getValue();
            all = RecordFactory.of(variation.wrapper(), fields, all, each.getKey(), variation.described());
        }
        return all;
    }

    /** A variation, and the record that is put around the one whose number varies. */
    private record Variation(Class<? extends Record> wrapper, Object described) {}

    /** Writes a wrapped record as the record with variations, unless it was built in a way that this would not give back. */
    static Object write(RecordWriter writer, VaryingForm form, Record wrapped) {
        Deque<Layer> left = new ArrayDeque<>();
        Object inner = wrapped;
        while (form.varies(inner)) {
            Layer layer = form.layer((Record) inner);
            left.push(layer);
            inner = layer.inner();
        }
        if (!(form.constant().isInstance(inner) && inner instanceof Record base)) {
            return writer.named(wrapped);
        }
        Map<String, Object> all = writer.components(base);
        for (RecordComponent component : base.getClass().getRecordComponents()) {
            Layer layer = left.peek();
            if (layer != null && isWhatBindingGives(form, base, component, layer)) {
                all.put(component.getName(), variation(writer, left.pop().variation()));
            }
        }
        return left.isEmpty() ? writer.named(base, all) : writer.named(wrapped);
    }

    /** Writes a variation by its name where its short form would be read as the number itself. */
    private static Object variation(RecordWriter writer, Object variation) {
        Object written = writer.of(variation);
        return written instanceof Number ? writer.named((Record) variation) : written;
    }

    private static boolean isWhatBindingGives(VaryingForm form, Record base, RecordComponent component, Layer layer) {
        return component.getName().equals(layer.path())
                && YamlTypes.isReal(component.getType())
                && RecordWriter.read(base, component).equals(form.first().applyAsDouble(layer.variation()));
    }
}
