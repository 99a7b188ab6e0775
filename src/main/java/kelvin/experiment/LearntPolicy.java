package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.zip.CRC32C;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.evaluation.LogRegression;
import kelvin.evaluation.Weighting;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.json.Json;
import kelvin.model.Features;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.model.feature.FeatureMap;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import kelvin.yaml.SourceLocation;
import kelvin.yaml.YamlDocument;
import org.jspecify.annotations.Nullable;

/**
 * A policy learnt from a log, and the JSON file that keeps it: what was fitted to what, and all that the model learnt, to the bit.
 *
 * @param description what was fitted to what
 * @param fitted the fitted model
 */
@Stability(MAY_CHANGE)
public record LearntPolicy(Description description, Model fitted) {
    private static final String STATE = "state";

    /**
     * The description of a learnt policy.
     *
     * @param model what was fitted
     * @param weights the correction for the choices of the log
     * @param seed the seed of what is random in the model
     * @param policy the rule from the model's predictions to probabilities
     * @param actions how many actions there are
     * @param ids the actions as the log has them, where these are not the numbers from 0; else empty
     * @param context the columns that are seen before a decision
     * @param features the features made of them, in full
     * @param decisions how many decisions the log has
     * @param log the CRC-32C of their actions, rewards and propensities
     */
    public record Description(
            ModelSpec model,
            Weighting weights,
            long seed,
            PolicySchedule policy,
            int actions,
            List<Long> ids,
            List<ContextColumn> context,
            FeatureMap features,
            int decisions,
            String log) {
        public Description {
            Require.atLeast("actions", 1, actions);
            ids = List.copyOf(ids);
            context = List.copyOf(context);
        }

        private Model create() {
            return model.create(actions, new Features(features.given().size(), 0), Seed.of(seed));
        }
    }

    /**
     * Learns a policy from all decisions of a log.
     *
     * @param model what to fit
     * @param weights the correction for the choices of the log
     * @param seed the seed of what is random in the model
     * @param policy the rule from the model's predictions to probabilities
     * @param log the log
     * @return the policy
     * @throws IllegalArgumentException as {@link LogRegression#fit} does
     */
    public static LearntPolicy of(
            ModelSpec model, Weighting weights, long seed, PolicySchedule policy, DecisionLog log) {
        Model fitted = new LogRegression(model, weights, Seed.of(seed)).fit(log.decisions(), log.actions());
        return new LearntPolicy(
                new Description(
                        model,
                        weights,
                        seed,
                        policy,
                        log.actions(),
                        log.ids(),
                        log.context(),
                        log.features(),
                        log.decisions().size(),
                        sum(log)),
                fitted);
    }

    /**
     * Returns true if the policy was learnt from these very decisions.
     *
     * @param log a log
     * @return true if all actions, rewards and propensities are the same
     */
    public boolean isFrom(DecisionLog log) {
        return description.decisions == log.decisions().size() && description.log.equals(sum(log));
    }

    private static String sum(DecisionLog log) {
        CRC32C sum = new CRC32C();
        ByteBuffer bytes = ByteBuffer.allocate(3 * Long.BYTES);
        log.decisions().forEach((index, each) -> {
            bytes.clear().putLong(each.action()).putDouble(each.reward()).putDouble(each.propensity());
            sum.update(bytes.flip());
        });
        return "crc32c:" + Long.toHexString(sum.getValue());
    }

    /**
     * Writes the policy to a file, atomically.
     *
     * @param file the file, which is replaced if it exists
     * @throws BadInput if it cannot be written
     */
    public void write(Path file) {
        Map<Object, Object> tree = new LinkedHashMap<>((Map<?, ?>) Catalog.tree(description));
        tree.put(STATE, DoubleStream.of(fitted.state()).boxed().toList());
        try {
            WholeFile.write(file, beside -> Files.writeString(beside, Json.pretty(tree)));
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be written: " + IoMessage.of(e));
        }
    }

    /**
     * Reads a policy from its file.
     *
     * @param file the file
     * @param catalog knows the model and the policy
     * @return the policy
     * @throws BadInput if it is wrong; the message names file, path, what was found and what is allowed
     */
    public static LearntPolicy read(Path file, Catalog catalog) {
        try {
            if (!(Json.parse(Files.readString(file, StandardCharsets.UTF_8)) instanceof Map<?, ?> map)) {
                throw new BadInput(file + ": found no policy, must be a file that kelvin learn wrote");
            }
            Map<Object, @Nullable Object> tree = new LinkedHashMap<>(map);
            double[] state = state(tree.remove(STATE));
            Description description = catalog.binder()
                    .bind(
                            Description.class,
                            YamlDocument.unmarked(Json.pretty(tree), SourceLocation.top(file.toString())));
            Model fitted = description.create();
            fitted.restore(state);
            return new LearntPolicy(description, fitted);
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(file, e));
        } catch (IllegalArgumentException e) {
            throw new BadInput(file + ": " + e.getMessage());
        }
    }

    private static double[] state(@Nullable Object numbers) {
        List<Double> state = new ArrayList<>();
        for (Object each : numbers instanceof List<?> list ? list : List.of("no list")) {
            if (!(each instanceof Number number)) {
                throw new IllegalArgumentException("state: found " + each + ", must be a list of numbers");
            }
            state.add(number.doubleValue());
        }
        return state.stream().mapToDouble(each -> each).toArray();
    }
}
