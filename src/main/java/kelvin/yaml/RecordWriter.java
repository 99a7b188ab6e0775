package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.policy.Annealed;

/**
 * Writes records as a tree of maps, lists, texts and numbers, which {@link Binder} reads as the same records.
 *
 * <p>Every default is written out, except empty mappings and absent optional values. An annealed policy is written as a policy with a schedule in one of its numbers, unless it
 * was built in a way that the short form would not give back.
 */
@Stability(MAY_CHANGE)
public final class RecordWriter {
    private RecordWriter() {}

    /**
     * Returns the tree of a value.
     *
     * @param value a record, or a list, map, number, text or optional of such
     * @return maps, lists, texts and numbers
     */
    public static Object of(Object value) {
        if (value instanceof Record brief) {
            Optional<Object> form = ShortForms.write(brief);
            if (form.isPresent()) {
                return form.get();
            }
        }
        if (value instanceof Annealed annealed) {
            return AnnealedForm.write(annealed);
        } else if (value instanceof Record named
                && Stream.of(ComponentKind.values()).anyMatch(k -> k.type().isInstance(named))) {
            return named(named);
        } else if (value instanceof Record plain) {
            return components(plain);
        } else if (value instanceof Optional<?> some) {
            return of(some.orElseThrow());
        } else if (value instanceof List<?> list) {
            return list.stream().map(RecordWriter::of).toList();
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((label, each) -> all.put(label, of(each)));
            return all;
        }
        return value instanceof Enum<?> constant ? YamlTypes.word(constant) : value;
    }

    static Map<String, Object> named(Record value) {
        return Map.of(Catalog.name(value.getClass()), components(value));
    }

    static Map<String, Object> components(Record value) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object each = read(value, component);
            if (!(each instanceof Map<?, ?> none && none.isEmpty())
                    && !(each instanceof Optional<?> some && some.isEmpty())) {
                all.put(component.getName(), of(each));
            }
        }
        return all;
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
