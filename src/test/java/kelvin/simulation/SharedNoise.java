package kelvin.simulation;

import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Rewards;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;

/**
 * Bernoulli problems whose repetitions all share one noise: the n-th reward of arm a is 1 where the same uniform number, for each a and
 * n, is below the arm's mean. banditbench seeds its arms by constants and so plays one such noise.
 */
record SharedNoise(Testbed problems, Seed noise) implements Testbed {
    @Override
    public int size() {
        return problems.size();
    }

    @Override
    public boolean meansVary() {
        return problems.meansVary();
    }

    @Override
    public Rewards rewards() {
        return problems.rewards();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        Bandit problem = problems.open(seed, horizon);
        NumberedStreams uniforms = noise.streams();
        return new Bandit() {
            private final long[] pulls = new long[size()];

            @Override
            public int arms() {
                return problem.arms();
            }

            @Override
            public double mean(int arm) {
                return problem.mean(arm);
            }

            @Override
            public double pull(int arm) {
                uniforms.place(arm, pulls[arm]++);
                return uniforms.nextDouble() < mean(arm) ? 1 : 0;
            }
        };
    }
}
