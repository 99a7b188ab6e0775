package kelvin.page;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.contract.Default;
import kelvin.contract.Summary;
import kelvin.experiment.Catalog;
import kelvin.experiment.ComponentKinds;
import kelvin.policy.Annealed;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.yaml.ComponentType;

/** The forms of the policies that the page can choose, made from their records when the page is built. */
final class PolicyForms {
    /** The initial number of a form, by its name. */
    private static final Map<String, Double> FIRST =
            Map.of("threshold", 0.0, "epsilon", 0.1, "minimum", 0.05, "share", 0.1, "mass", 0.9, "k", 2.0, "alpha", 1.5, "omega", 5.0, "sharpness", 10.0);

    private PolicyForms() {}

    /** Returns all forms as a list for scripts: name, summary, parameters in order without policies that have a default, and the first value of the number. */
    static String all() {
        return new Catalog()
                .entries(ComponentKinds.POLICY).stream()
                        .filter(entry -> entry.type().getPackageName().matches("kelvin\\.policy(\\.gap)?"))
                        .filter(entry -> entry.type() != Annealed.class) // which is a policy only once its step is known
                        .map(PolicyForms::form)
                        .collect(Collectors.joining(",\n", "[", "]"));
    }

    private static String form(ComponentType entry) {
        List<RecordComponent> parameters = Arrays.asList(entry.type().getRecordComponents());
        Optional<String> number = parameters.stream()
                .map(RecordComponent::getName)
                .filter(FIRST::containsKey)
                .findFirst();
        double first = number.map(FIRST::get).orElse(0.0);
        check(entry, parameters, first);
        String summary = Optional.ofNullable(entry.type().getAnnotation(Summary.class)).orElseThrow().value();
        String names = parameters.stream()
                .filter(each -> !usual(each))
                .map(each -> "\"" + each.getName() + "\"")
                .collect(Collectors.joining(","));
        return "[\"" + entry.name() + "\",\"" + summary + uniform(parameters) + "\",[" + names + "]," + first + "]";
    }

    /** Returns what a summary does not say: which policies inside are uniform. */
    private static String uniform(List<RecordComponent> parameters) {
        List<String> usual = parameters.stream().filter(PolicyForms::usual).map(RecordComponent::getName).toList();
        return usual.isEmpty() ? "" : "; uniform: " + String.join(" and ", usual);
    }

    /** Returns whether a policy inside another is the one that experiment files mean where they write none. */
    private static boolean usual(RecordComponent parameter) {
        return parameter.isAnnotationPresent(Default.class) && parameter.getType() == Policy.class;
    }

    /** The record itself, made from the form, has to be the policy that the page makes of it. */
    private static void check(ComponentType entry, List<RecordComponent> parameters, double first) {
        Object[] arguments = parameters.stream()
                .map(each -> each.getType() == Policy.class
                        ? usual(each) ? new Uniform() : new Softmax(0.5)
                        : each.getName().equals("temperature") ? (Object) 0.5 : each.getType() == int.class ? (Object) (int) first : (Object) first)
                .toArray();
        try {
            Object made = entry.type().getDeclaredConstructors()[0].newInstance(arguments);
            if (!made.equals(Policies.of(entry.name(), 0.5, first))) {
                throw new IllegalStateException(entry.name() + " of the page is not " + made);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException(entry.name() + " has no form that the page knows", e);
        }
    }
}
