package kelvin.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.cli.text.ContextualChoice;
import kelvin.experiment.Catalog;
import kelvin.experiment.ContextColumn;
import kelvin.experiment.LearntPolicy;
import kelvin.learner.contextual.Outlook;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.model.feature.FeatureEncoder;
import kelvin.model.feature.Observation;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of a decision by what is seen: model, context, outlook. */
final class ContextArguments {
    private static final int DEFAULT_ACTIONS = 2;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "Instead of values: the model that predicts them, a file that kelvin learn wrote, or as an experiment"
                            + " file names it; that one has learnt nothing yet.")
    private @Nullable String model;

    @Option(
            names = "--context",
            paramLabel = "X",
            description =
                    "What is seen: name=value,… of a learnt model's columns, or numbers with commas, of which those of each"
                            + " action follow a bar: 1,0.5|2,0|3,1.")
    private @Nullable String context;

    @Option(
            names = "--outlook",
            paramLabel = "YAML",
            defaultValue = "{Mean: {}}",
            description = "The outlook: what the policy is shown of the model's predictions. Default: ${DEFAULT-VALUE}")
    private String outlook;

    @Option(
            names = "--actions",
            paramLabel = "K",
            description =
                    "The number of actions of a model that has learnt nothing, unless the context tells. Default: "
                            + DEFAULT_ACTIONS)
    private @Nullable Integer actions;

    /** A model with a context, the names of its features, the policy that was learnt with it, and columns of unknown categories. */
    record Seen(
            ModelSpec spec,
            Model model,
            Context context,
            List<String> names,
            Optional<Policy> learnt,
            List<String> unknown) {
        /** Returns a warning of categories that the model has never seen, and an empty line. */
        Optional<String> warning() {
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of("warning: the model has never seen such a category, taken as none of the known ones: "
                            + String.join(", ", unknown) + "\n");
        }
    }

    /** Returns whether a model is named. */
    boolean given() {
        return model != null;
    }

    /** Returns the model and the context. */
    Seen read(Catalog catalog, Seed seed) {
        String named = String.valueOf(model);
        if (context == null) {
            throw new BadInput("--context: is missing, must say what is seen");
        }
        try {
            return named.endsWith(".json") || Files.isRegularFile(Path.of(named.startsWith("{") ? "" : named))
                    ? learnt(LearntPolicy.read(Path.of(named), catalog), context)
                    : fresh(catalog.model("--model", named), context, seed);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--context: " + e.getMessage());
        }
    }

    private static Seen learnt(LearntPolicy policy, String text) {
        FeatureEncoder encoder = policy.description().features().given();
        Context seen = new Context(policy.fitted().actions(), policy.fitted().features());
        Map<String, Object> values = named(
                text,
                policy.description().context().stream().map(ContextColumn::name).toList());
        encoder.encode(values, seen);
        return new Seen(
                policy.description().model(),
                policy.fitted(),
                seen,
                encoder.names(),
                Optional.of(policy.description().policy().at(1)),
                policy.description().features().ignored(Observation.of(values)));
    }

    /** Returns the value of each column; one without text is missing. */
    private static Map<String, Object> named(String text, List<String> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String each : text.split(",", -1)) {
            int sign = each.indexOf('=');
            if (sign < 0) {
                throw new BadInput("--context: found '" + each + "', must be name=value,…");
            }
            String value = each.substring(sign + 1).strip();
            String name = each.substring(0, sign).strip();
            if (!columns.contains(name)) {
                throw new BadInput("--context: found '" + name + "', must be one of " + String.join(", ", columns));
            }
            if (values.put(name, isNumber(value) ? (Object) Double.valueOf(value) : value) != null) {
                throw new BadInput("--context: found '" + name + "' twice, must be each column once");
            }
        }
        columns.stream().filter(name -> !values.containsKey(name)).findFirst().ifPresent(name -> {
            throw new BadInput("--context: has no " + name + ", must have " + String.join(", ", columns) + "; " + name
                    + "= where it is missing");
        });
        return values;
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    }

    private Seen fresh(ModelSpec spec, String text, Seed seed) {
        String[] groups = text.split("\\|", -1);
        double[][] numbers =
                Arrays.stream(groups).map(ContextArguments::numbers).toArray(double[][]::new);
        int count = groups.length > 1 ? groups.length - 1 : actions == null ? DEFAULT_ACTIONS : actions;
        Features features = new Features(numbers[0].length, groups.length > 1 ? numbers[1].length : 0);
        Context seen = new Context(count, features);
        int place = 0;
        for (int group = 0; group < numbers.length; group++) {
            if (group > 1 && numbers[group].length != features.perAction()) {
                throw new BadInput("--context: found " + numbers[group].length + " numbers of action " + (group - 1)
                        + ", must be " + features.perAction() + " as of the first");
            }
            for (double x : numbers[group]) {
                seen.set(place++, x);
            }
        }
        List<String> names = IntStream.range(0, features.total())
                .mapToObj(i -> i < features.shared() ? "x" + (i + 1) : "z" + (i + 1 - features.shared()))
                .toList();
        return new Seen(spec, spec.create(count, features, seed), seen, names, Optional.empty(), List.of());
    }

    private static double[] numbers(String group) {
        if (group.isBlank()) {
            return new double[0];
        }
        return Arrays.stream(group.split(",", -1))
                .mapToDouble(text -> {
                    if (!isNumber(text.strip())) {
                        throw new BadInput("--context: found '" + text.strip() + "', must be a number");
                    }
                    return Double.parseDouble(text.strip());
                })
                .toArray();
    }

    /** Returns the outlook in words. */
    String outlook() {
        return outlook;
    }

    /** Returns the policy that a command was told; nothing where it has its default. */
    Optional<Object> named(CommandSpec spec, Object policy) {
        return spec.commandLine().getParseResult().hasMatchedOption("--policy")
                ? Optional.of(policy)
                : Optional.empty();
    }

    /**
     * Returns the decision of a policy.
     *
     * @param named the policy named beside the model; nothing for the one that was learnt
     * @throws BadInput if it chooses several actions, values are given beside the model, or the outlook does not fit the model
     */
    ContextualChoice choice(Catalog catalog, Seen seen, Optional<Object> named, ValueArguments values, Seed seed) {
        if (values.given()) {
            throw new BadInput("found values beside --model, must be one of the two");
        }
        Object decides = named.or(seen::learnt).orElseGet(() -> new Softmax(1));
        if (!(decides instanceof Policy policy)) {
            throw new BadInput(
                    "--policy: found " + decides + ", must be one that chooses one action, where a model is given");
        }
        Outlook shown = catalog.outlook("--outlook", outlook);
        shown.obstacle(seen.spec()).ifPresent(lacking -> {
            throw new BadInput("--outlook: " + shown + " does not fit " + seen.spec() + ", which " + lacking);
        });
        return new ContextualChoice(policy, shown.on(seen.model(), seed.child("outlook")), seen.context());
    }
}
