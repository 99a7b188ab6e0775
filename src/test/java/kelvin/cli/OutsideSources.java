package kelvin.cli;

/** Sources of classes that users might write, most of them with a mistake; names and results are filled in. */
final class OutsideSources {
    static final String POLICY = """
            package acme;
            public record %s() implements kelvin.policy.Policy {
                @Override
                public void probabilities(double[] values, double[] out) {
                    java.util.Arrays.fill(out, %s);
                }
            }
            """;

    static final String LEARNER = """
            package acme;
            import kelvin.learner.*;
            import org.apache.commons.rng.UniformRandomProvider;
            public record %s(long from) implements LearnerSpec {
                @Override
                public Learner create(BanditTask task, UniformRandomProvider random) {
                    return from == 0 ? null : new Player(task.actions(), from);
                }
                record Player(int n, long from) implements Learner {
                    @Override
                    public int select(long step) {
                        return step < from ? 0 : %s;
                    }
                    @Override
                    public void observe(long step, int action, double reward) {}
                    @Override
                    public boolean probabilities(long step, double[] out) {
                        java.util.Arrays.fill(out, 0.5);
                        return true;
                    }
                }
            }
            """;

    static final String AGENT = """
            package acme;
            import kelvin.agent.*;
            import org.apache.commons.rng.UniformRandomProvider;
            public record Lost() implements AgentSpec {
                @Override
                public Agent create(Task task, UniformRandomProvider random) {
                    return new Wanderer();
                }
                record Wanderer() implements Agent {
                    @Override
                    public int begin(long episode, int state) {
                        return 0;
                    }
                    @Override
                    public int step(double reward, int state) {
                        return 17;
                    }
                    @Override
                    public void end(double reward) {}
                }
            }
            """;

    static final String TESTBED = """
            package acme;
            import kelvin.bandit.*;
            import kelvin.contract.Rewards;
            import kelvin.random.Seed;
            public record Unknown(int size) implements Testbed {
                @Override
                public boolean meansVary() {
                    return true;
                }
                @Override
                public Rewards rewards() {
                    return Rewards.REAL;
                }
                @Override
                public Bandit open(Seed seed, long horizon) {
                    return new Nothing(size);
                }
                record Nothing(int arms) implements Bandit {
                    @Override
                    public double mean(int arm) {
                        return 0.0 / 0;
                    }
                    @Override
                    public double pull(int arm) {
                        return 0;
                    }
                }
            }
            """;

    static final String ARM = """
            package acme;
            import kelvin.contract.Rewards;
            import org.apache.commons.rng.UniformRandomProvider;
            import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
            public record Odd(double square, double reward) implements kelvin.bandit.arm.Arm {
                @Override
                public double mean() {
                    return Math.sqrt(square);
                }
                @Override
                public Rewards rewards() {
                    return Rewards.UNIT_INTERVAL;
                }
                @Override
                public ContinuousSampler sampler(UniformRandomProvider random) {
                    return () -> reward;
                }
            }
            """;

    static final String SCHEDULE = """
            package acme;
            public record Ending(long last) implements kelvin.schedule.Schedule {
                @Override
                public double at(long step) {
                    return step > last ? 0.0 / 0 : 1;
                }
            }
            """;

    private OutsideSources() {}
}
