package kelvin.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kelvin.audit.AuditResult;
import kelvin.audit.OutcomeCount;
import kelvin.audit.PropensityAudit;
import kelvin.cli.console.Colours;
import kelvin.cli.console.UsageError;
import kelvin.cli.text.ContextualChoice;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.Table;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.apache.commons.rng.UniformRandomProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kelvin audit}: tests a policy's reported probabilities against its choices (χ² test). */
@Command(
        name = "audit",
        description =
                "Draws from a policy and tests whether its choices follow the probabilities it reports. Exit code 1 if"
                        + " the test rejects.",
        footer = {
            "",
            "Examples:",
            "  kelvin audit 0.1 0.5 0.9 --policy '{Softmax: {temperature: 0.3}}'",
            "  kelvin audit 0.1 0.5 0.9 --policy '{ExactlyM: {m: 2, temperature: 0.3}}'",
            "  kelvin audit --model policy.json --context age=30,country=FR --outlook '{Draws: {draws: 100}}'",
            "  kelvin audit 0.1 0.5 0.9 --classpath my.jar --policy '{my.Policy: {}}'"
        })
final class AuditCommand implements Callable<Integer> {
    private static final int REJECTED = 1;
    private static final int MAX_OUTCOMES_LISTED = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Mixin
    private ValueArguments values;

    @Mixin
    private ContextArguments contexts;

    @Option(
            names = "--policy",
            paramLabel = "YAML",
            defaultValue = "{Softmax: {temperature: 1}}",
            description =
                    "The policy or subset policy as an experiment file names it; a scheduled one is taken at step 1."
                            + " Default: ${DEFAULT-VALUE}, or the one that was learnt with --model")
    private String policy;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Number of draws; more draws detect smaller errors. Default: 1,000,000")
    private int draws;

    @Option(
            names = "--false-alarm",
            paramLabel = "RATE",
            defaultValue = "1e-6",
            description =
                    "Significance level: the probability of rejecting a correct policy. Default: ${DEFAULT-VALUE}")
    private double falseAlarm;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the draws. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Override
    public Integer call() {
        Object named = classpath.catalog().anyPolicy("--policy", policy);
        Object audited = named instanceof PolicySchedule schedule ? schedule.at(1) : named;
        try {
            PropensityAudit audit = new PropensityAudit(draws, falseAlarm);
            PrintWriter out = spec.commandLine().getOut();
            AuditResult verdict = contexts.given() ? contextual(audit, audited, out) : plain(audit, audited, out);
            out.println();
            out.println(table(verdict));
            out.println();
            String[] words = verdict.text().split(":", 2);
            out.println(Colours.of(spec.commandLine()).verdict(!verdict.rejected(), words[0]) + ":" + words[1]);
            return verdict.rejected() ? REJECTED : 0;
        } catch (IllegalArgumentException e) {
            throw UsageError.refused(spec, e);
        }
    }

    private AuditResult plain(PropensityAudit audit, Object audited, PrintWriter out) {
        UniformRandomProvider random = Seed.of(seed).generator();
        AuditResult result = audited instanceof SubsetPolicy subset
                ? audit.of(subset, values.numbers(), random)
                : audit.of((Policy) audited, values.numbers(), random);
        head(audited, out);
        return result;
    }

    /** Audits the policy that decides by a model: the named one or, by default, the one that was learnt with it. */
    private AuditResult contextual(PropensityAudit audit, Object named, PrintWriter out) {
        UniformRandomProvider random = Seed.of(seed).generator();
        ContextArguments.Seen seen = contexts.read(classpath.catalog(), Seed.of(seed));
        ContextualChoice choice =
                contexts.choice(classpath.catalog(), seen, contexts.named(spec, named), values, Seed.of(seed));
        double[] reported = choice.probabilities()
                .orElseThrow(
                        () -> new BadInput(
                                "--outlook: found " + contexts.outlook()
                                        + ", whose probabilities have no closed form, must be another, such as {Draws: {draws: 1000}}"));
        AuditResult result = audit.of(reported, () -> choice.draw(random));
        seen.warning().ifPresent(out::println);
        head(seen.spec() + ", " + contexts.outlook() + ", " + choice.policy(), out);
        return result;
    }

    private void head(Object audited, PrintWriter out) {
        out.println(audited + ", " + HumanUnits.count(draws) + " draws, seed " + seed);
    }

    /** Returns the table of all outcomes or, where there are many, of those that agree least. */
    private static String table(AuditResult verdict) {
        List<OutcomeCount> outcomes = verdict.outcomes();
        int left = outcomes.size() - MAX_OUTCOMES_LISTED;
        Table table = new Table(List.of("outcome", "reported", "drawn", "times", "p-value"));
        Stream<OutcomeCount> shown = left > 0
                ? outcomes.stream()
                        .sorted(Comparator.comparingDouble(OutcomeCount::pValue))
                        .limit(MAX_OUTCOMES_LISTED)
                : outcomes.stream();
        shown.forEach(outcome -> table.row(List.of(
                outcome.name(),
                Table.number(outcome.reported()),
                Table.number((double) outcome.drawn() / verdict.draws()),
                HumanUnits.count(outcome.drawn()),
                Table.number(outcome.pValue()))));
        return left > 0 ? table + "\n… and " + left + " more, which agree better" : table.toString();
    }
}
