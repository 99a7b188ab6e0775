package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.contract.Stability;

/**
 * Writes records as a tree of maps, lists, texts and numbers, which {@link Binder} reads as the same records.
 *
 * <p>Every default is written out, except empty mappings and absent optional values. A record whose numbers vary is written in
 * {@link VaryingForm}, unless it was built in a way that this form would not give back.
 */
@Stability(MAY_CHANGE)
public final class RecordWriter {
    private final Vocabulary vocabulary;

    /**
     * Creates a writer.
     *
     * @param vocabulary the kinds of records that are written with their names
     */
    public RecordWriter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Returns the tree of a value.
     *
     * @param value a record, or a list, map, number, text or optional of such
     * @return maps, lists, texts and numbers
     */
    public Object of(Object value) {
        if (value instanceof Record composite) {
            return record(composite, vocabulary.named(composite));
        } else if (value instanceof Optional<?> some) {
            return of(some.orElseThrow());
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::of).toList();
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((label, each) -> all.put(label, of(each)));
            return all;
        }
        return value instanceof Enum<?> constant ? YamlTypes.word(constant) : value;
    }

    private Object record(Record value, boolean named) {
        Optional<Object> brief = ShortForms.write(this, value);
        if (brief.isPresent()) {
            return brief.get();
        } else if (vocabulary.varying().varies(value)) {
            return VaryingRecord.write(this, vocabulary.varying(), value);
        }
        return named ? named(value) : components(value);
    }

    Map<String, Object> named(Record value) {
        return named(value, components(value));
    }

    Map<String, Object> named(Record value, Map<String, Object> components) {
        return Map.of(vocabulary.name(value.getClass()), components);
    }

    Map<String, Object> components(Record value) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object each = read(value, component);
            if (!(each instanceof Map<?, ?> none && none.isEmpty())
                    && !(each instanceof Optional<?> some && some.isEmpty())) {
                boolean only = component.getType().isRecord(); // no other can be meant, so none is named
                all.put(component.getName(), only ? record((Record) each, false) : of(each));
            }
        }
        return all;
    }

    /**
     * Returns the components of a record.
     *
     * @param value the record, of a public class
     * @return their values by name, in order
     */
    public static Map<String, Object> values(Record value) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            values.put(component.getName(), read(value, component));
        }
        return values;
    }

    static Object read(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new BadInput("class " + value.getClass().getName() + " cannot be used: its " + component.getName()
                    + " cannot be read: " + RecordFactory.say(e));
        }
    }
}
