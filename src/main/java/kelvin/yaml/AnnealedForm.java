package kelvin.yaml;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.policy.Annealed;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.schedule.Constant;
import kelvin.schedule.Schedule;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The short form of an {@link Annealed} policy: a schedule in place of a number of the policy, or of a policy inside it. One is
 * made per record that is bound; for records that are no policies it changes nothing.
 */
final class AnnealedForm {
    static final String CONSTANT_ONLY = "must not change with the step here";

    private final boolean policy;
    private final Map<String, Schedule> scheduled = new LinkedHashMap<>();

    AnnealedForm(Class<? extends Record> type) {
        policy = Policy.class.isAssignableFrom(type);
    }

    /** Returns the type that may be written for a component. */
    Type expected(RecordComponent component, Node node) {
        if (varies(component, node)) {
            return Schedule.class;
        }
        return isInner(component) ? PolicySchedule.class : component.getGenericType();
    }

    private boolean varies(RecordComponent component, Node node) {
        return policy && YamlTypes.isReal(component.getType()) && node instanceof MappingNode;
    }

    private boolean isInner(RecordComponent component) {
        return policy && component.getType() == Policy.class;
    }

    /** Returns the value at the first step, and keeps the schedules that were written in its place. */
    Object fixed(RecordComponent component, Node node, Object value, SourceLocation place) {
        if (value instanceof Schedule schedule && varies(component, node)) {
            scheduled.put(component.getName(), schedule);
            return schedule.at(1);
        }
        return isInner(component) ? constant(component.getName(), value, place) : value;
    }

    /** Strips a component policy of its schedules, which move to the policy around it, under their paths. */
    private Object constant(String component, Object inner, SourceLocation place) {
        if (inner instanceof Annealed layer) {
            Object constant = constant(component, layer.policy(), place);
            scheduled.put(component + "." + layer.parameter(), layer.schedule());
            return constant;
        } else if (!(inner instanceof Policy)) {
            throw place.error(CONSTANT_ONLY);
        }
        return inner;
    }

    /** Puts the schedules that were kept around the record. */
    Object around(Object made, YamlMapping fields) {
        Object all = made;
        for (Map.Entry<String, Schedule> each : scheduled.entrySet()) {
            all = RecordFactory.of(Annealed.class, fields, all, each.getKey(), each.getValue());
        }
        return all;
    }

    /** Writes an annealed policy as a policy with schedules, unless it was built in a way that this would not give back. */
    static Object write(Annealed annealed) {
        Deque<Annealed> left = new ArrayDeque<>();
        PolicySchedule inner = annealed;
        while (inner instanceof Annealed layer) {
            left.push(layer);
            inner = layer.policy();
        }
        if (!(inner instanceof Policy && inner instanceof Record base)) {
            return RecordWriter.named(annealed);
        }
        Map<String, Object> all = RecordWriter.components(base);
        for (RecordComponent component : base.getClass().getRecordComponents()) {
            Annealed layer = left.peek();
            if (layer != null && isWhatBindingGives(base, component, layer)) {
                Schedule schedule = left.pop().schedule();
                all.put(
                        component.getName(),
                        schedule instanceof Constant constant
                                ? RecordWriter.named(constant)
                                : RecordWriter.of(schedule));
            }
        }
        return left.isEmpty() ? Map.of(Catalog.name(base.getClass()), all) : RecordWriter.named(annealed);
    }

    private static boolean isWhatBindingGives(Record base, RecordComponent component, Annealed layer) {
        return component.getName().equals(layer.parameter())
                && YamlTypes.isReal(component.getType())
                && RecordWriter.read(base, component).equals(layer.schedule().at(1));
    }
}
