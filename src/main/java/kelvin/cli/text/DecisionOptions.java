package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.contract.Stability;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.numeric.DecimalText;
import kelvin.policy.Policy;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import kelvin.report.Slide;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options on how one decision by values is shown: at which temperatures, how often drawn, after which change, on a slide. */
@Stability(INTERNAL)
public final class DecisionOptions {
    /** The names of the options. */
    public static final List<String> NAMES = List.of("--temperature", "--draws", "--raise", "--html");

    private static final int MAX_TEMPERATURES = 8;
    private static final int MAX_DRAWS = 10_000_000;
    private static final Pattern CHANGE = Pattern.compile("(\\d{1,9})=(.+)");

    @Option(
            names = "--temperature",
            paramLabel = "τ",
            split = ",",
            description = "Replaces the policy's temperature, in reward units; up to " + MAX_TEMPERATURES
                    + " with commas between them are compared, a column each.")
    private double @Nullable [] temperatures;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Draws so many times, and shows the share of each action beside its probability.")
    private @Nullable Integer draws;

    @Option(
            names = "--raise",
            paramLabel = "ACTION=AMOUNT",
            description =
                    "Adds an amount, in reward units, to the value of one action, and shows what becomes of the others.")
    private @Nullable String raise;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also writes bars and measures as a slide, one HTML file that loads nothing else.")
    private @Nullable Path html;

    /**
     * Returns the policy at each of the temperatures, or as it is where none is given.
     *
     * @param policy a policy or subset policy
     * @return at least one
     * @throws BadInput if it has no temperature, or one is out of range
     */
    public List<Object> policies(Object policy) {
        if (temperatures == null) {
            return List.of(policy);
        } else if (temperatures.length > MAX_TEMPERATURES) {
            throw new BadInput(
                    "--temperature: found " + temperatures.length + " of them, must be at most " + MAX_TEMPERATURES);
        }
        for (double temperature : temperatures) {
            if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
                throw new BadInput("--temperature: found " + temperature + ", must be finite and > 0");
            }
        }
        return Arrays.stream(temperatures)
                .mapToObj(temperature -> Retempered.of(policy, temperature))
                .toList();
    }

    /**
     * Explains a decision as the options say.
     *
     * @param policies the policy at each temperature
     * @param values the value of each action
     * @param seed decides the draws
     * @return the explanation
     * @throws BadInput if options do not go together, or one is out of range
     * @throws IllegalArgumentException if the values or the probabilities are not as they must be
     */
    public ExplainedDecision explained(List<Object> policies, double[] values, Seed seed) {
        RepeatedDraws repeated = new RepeatedDraws(seed, draws());
        double[] compared = Objects.requireNonNullElse(temperatures, new double[0]);
        Optional<RaisedValue> change = change(policies.size());
        if (policies.get(0) instanceof SubsetPolicy subset) {
            return change.map(raised -> raised.of(subset, values))
                    .orElseGet(() -> policies.size() == 1
                            ? ExplainedSet.of(subset, values, repeated)
                            : SeveralTemperatures.ofSets(
                                    all(policies, SubsetPolicy.class), compared, values, repeated));
        }
        Policy policy = (Policy) policies.get(0);
        return change.map(raised -> raised.of(policy, values))
                .orElseGet(() -> policies.size() == 1
                        ? ExplainedDecision.of(policy, values, repeated)
                        : SeveralTemperatures.of(all(policies, Policy.class), compared, values, repeated));
    }

    /**
     * Writes the slide, where one is asked for.
     *
     * @param slide makes it
     * @return the file; nothing where none is asked for
     */
    public Optional<Path> write(Supplier<Slide> slide) {
        Path file = html;
        if (file == null) {
            return Optional.empty();
        }
        try {
            Folders.make(file.toAbsolutePath().getParent());
            return Optional.of(WholeFile.write(
                    file, beside -> Files.writeString(beside, slide.get().html())));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the slide cannot be written: " + IoMessage.of(e), e);
        }
    }

    private static <P> List<P> all(List<Object> policies, Class<P> kind) {
        return policies.stream().map(kind::cast).toList();
    }

    private int draws() {
        if (draws == null) {
            return 0;
        } else if (draws < 1 || draws > MAX_DRAWS) {
            throw new BadInput("--draws: found " + draws + ", must be 1 to " + HumanUnits.count(MAX_DRAWS));
        }
        return draws;
    }

    private Optional<RaisedValue> change(int policies) {
        if (raise == null) {
            return Optional.empty();
        } else if (policies > 1 || draws != null) {
            throw new BadInput("found --raise beside " + (policies > 1 ? "several temperatures" : "--draws")
                    + ", must be one of the two");
        }
        Matcher change = CHANGE.matcher(raise);
        double amount = change.matches() ? DecimalText.finite(change.group(2)) : Double.NaN;
        if (!Double.isFinite(amount)) {
            throw new BadInput("--raise: found '" + raise
                    + "', must be the number of an action, =, and a finite amount, such as 3=0.5");
        }
        return Optional.of(new RaisedValue(Integer.parseInt(change.group(1)), amount));
    }
}
