package service;

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
                registry.counter("kelvin.choices", "action", String.valueOf(decision.action())).increment();
            }
        });
        count(registry, "learned", DecisionCounts::learned);
        count(registry, "duplicate", DecisionCounts::duplicate);
        count(registry, "expired", DecisionCounts::expired);
        count(registry, "unknown", DecisionCounts::unknown);
        total(registry, "kelvin.decisions", DecisionHealth::decisions);
        total(registry, "kelvin.failed.writes", DecisionHealth::failedWrites);
        gauge(registry, "kelvin.pending", DecisionHealth::pending);
        gauge(registry, "kelvin.waiting.lines", DecisionHealth::waitingLines);
        gauge(registry, "kelvin.journal.bytes", DecisionHealth::journalBytes);
        gauge(registry, "kelvin.healthy", health -> health.healthy() ? 1 : 0);
    }

    private void count(MeterRegistry registry, String outcome, ToDoubleFunction<DecisionCounts> number) {
        FunctionCounter.builder("kelvin.rewards", maker, of -> number.applyAsDouble(of.counts()))
                .tag("outcome", outcome)
                .register(registry);
    }

    private void total(MeterRegistry registry, String name, ToDoubleFunction<DecisionHealth> number) {
        FunctionCounter.builder(name, maker, of -> number.applyAsDouble(of.health())).register(registry);
    }

    private void gauge(MeterRegistry registry, String name, ToDoubleFunction<DecisionHealth> number) {
        Gauge.builder(name, maker, of -> number.applyAsDouble(of.health())).register(registry);
    }
}
