package service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import kelvin.decision.Decision;
import kelvin.decision.DecisionCounts;
import kelvin.decision.DecisionHealth;
import kelvin.decision.DecisionListener;
import kelvin.decision.DecisionMaker;

/** Binds a decision maker to a registry of Micrometer: what it counts since it has a journal, and decisions by action since it runs. */
public final class DecisionMetrics implements MeterBinder {
    private final DecisionMaker maker;

    /**
     * Creates the binder of one decision maker.
     *
     * @param maker the decision maker
     */
    public DecisionMetrics(DecisionMaker maker) {
        this.maker = maker;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        maker.listen(new DecisionListener() {
            @Override
            public void decided(Decision decision) {
                Counter.builder("kelvin.choices")
                        .description("Decisions by action, since the process began")
                        .tag("action", String.valueOf(decision.action()))
                        .register(registry)
                        .increment();
            }
        });
        count(registry, "learned", DecisionCounts::learned);
        count(registry, "duplicate", DecisionCounts::duplicate);
        count(registry, "expired", DecisionCounts::expired);
        count(registry, "unknown", DecisionCounts::unknown);
        count(registry, "gathered", DecisionCounts::gathered);
        count(registry, "late", DecisionCounts::late);
        total(registry, "kelvin.decisions", "Decisions since there is a journal", DecisionHealth::decisions);
        total(registry, "kelvin.failed.writes", "Writes that the disk has refused", DecisionHealth::failedWrites);
        gauge(registry, "kelvin.pending", "Decisions that wait for their reward", DecisionHealth::pending);
        gauge(registry, "kelvin.waiting.lines", "Lines of the journal that wait for the disk", DecisionHealth::waitingLines);
        gauge(registry, "kelvin.journal.bytes", "Length of the latest journal", DecisionHealth::journalBytes);
        gauge(registry, "kelvin.healthy", "1, or 0 while the disk refuses", health -> health.healthy() ? 1 : 0);
    }

    private void count(MeterRegistry registry, String outcome, ToDoubleFunction<DecisionCounts> number) {
        FunctionCounter.builder("kelvin.rewards", maker, of -> number.applyAsDouble(of.counts()))
                .description("Rewards by what became of them, since there is a journal")
                .tag("outcome", outcome)
                .register(registry);
    }

    private void total(MeterRegistry registry, String name, String words, ToDoubleFunction<DecisionHealth> number) {
        FunctionCounter.builder(name, maker, of -> number.applyAsDouble(of.health()))
                .description(words)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String words, ToDoubleFunction<DecisionHealth> number) {
        Gauge.builder(name, maker, of -> number.applyAsDouble(of.health()))
                .description(words)
                .register(registry);
    }
}
