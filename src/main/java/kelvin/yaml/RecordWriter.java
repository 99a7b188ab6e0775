package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.policy.Annealed;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.schedule.Constant;
import kelvin.schedule.Schedule;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.ReportSteps;
import kelvin.simulation.StoppingRule;

/**
 * Records to a tree of maps, lists, texts and numbers: what {@link Binder} would read as the same records.
 *
 * <p>Every default is written out, but for empty mappings and what there is none of. An annealed policy is written as a policy with a schedule in one of its numbers, unless it
 * was built in a way that the short form would not give back.
 */
@Stability(MAY_CHANGE)
public final class RecordWriter {
    /** The key under which repetitions that end by themselves are described. */
    public static final String UNTIL = "until";

    private RecordWriter() {}

    public static Object of(Object value) {
        if (value instanceof ReportSteps report) {
            return report(report);
        } else if (value instanceof ReplicationPlan.Fixed fixed) {
            return fixed.count();
        } else if (value instanceof StoppingRule until) {
            return Map.of(UNTIL, components(until));
        } else if (value instanceof Constant constant) {
            return constant.value();
        } else if (value instanceof Annealed annealed) {
            return annealed(annealed);
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

    private static Map<String, Object> named(Record value) {
        return Map.of(Catalog.name(value.getClass()), components(value));
    }

    private static Map<String, Object> components(Record value) {
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

    private static Object report(ReportSteps report) {
        if (report instanceof ReportSteps.At at) {
            return at.steps();
        }
        return report instanceof ReportSteps.AtMost most ? most.points() : ReportSteps.DEFAULT;
    }

    private static Object annealed(Annealed annealed) {
        Deque<Annealed> layers = new ArrayDeque<>();
        PolicySchedule inner = annealed;
        while (inner instanceof Annealed layer) {
            layers.push(layer);
            inner = layer.policy();
        }
        if (!(inner instanceof Policy && inner instanceof Record base)) {
            return named(annealed);
        }
        Map<String, Object> all = components(base);
        Deque<Annealed> left = new ArrayDeque<>(layers);
        for (RecordComponent component : base.getClass().getRecordComponents()) {
            Annealed layer = left.peek();
            if (layer != null && isWhatBindingGives(base, component, layer)) {
                all.put(component.getName(), schedule(left.pop().schedule()));
            }
        }
        return left.isEmpty() ? Map.of(Catalog.name(base.getClass()), all) : named(annealed);
    }

    private static boolean isWhatBindingGives(Record base, RecordComponent component, Annealed layer) {
        return component.getName().equals(layer.parameter())
                && YamlTypes.isReal(component.getType())
                && read(base, component).equals(layer.schedule().at(1));
    }

    private static Object schedule(Schedule schedule) {
        return schedule instanceof Constant constant ? named(constant) : of(schedule);
    }

    private static Object read(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new BadInput("class " + value.getClass().getName() + " cannot be used: its " + component.getName()
                    + " cannot be read: " + RecordFactory.say(e));
        }
    }
}
