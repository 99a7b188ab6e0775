package kelvin.model;

import java.util.Arrays;
import kelvin.contract.InvalidValue;
import kelvin.contract.Rewards;

/** The model of {@link Neighbours}. */
final class NearestRewards extends CheckedModel {
    private final Neighbours spec;
    private final double[] x;
    private PastRewards[] past;

    /** The distances, weights and rewards of one action, in no lasting order. */
    private double[] distances = new double[0];

    private double[] weights = new double[0];
    private double[] rewards = new double[0];

    NearestRewards(Neighbours spec, int actions, Features features) {
        super(features, Rewards.REAL);
        this.spec = spec;
        this.x = new double[features.total()];
        this.past = new PastRewards[actions];
        Arrays.setAll(past, a -> new PastRewards(spec.capacity(), x.length));
    }

    @Override
    public int actions() {
        return past.length;
    }

    @Override
    public void values(Context context, double[] out) {
        check(context);
        for (int a = 0; a < out.length; a++) {
            context.describe(a, x);
            out[a] = value(past[a]);
        }
    }

    private double value(PastRewards memory) {
        int count = memory.count();
        for (int i = 0; i < count; i++) {
            distances[i] = memory.distance(i, spec.metric(), x);
            weights[i] = memory.weight(i);
            rewards[i] = memory.reward(i);
        }
        double edge = edge(count);
        double mass = 0;
        double sum = 0;
        double tiedMass = 0;
        double tiedSum = 0;
        for (int i = 0; i < count; i++) {
            if (distances[i] < edge) {
                mass += weights[i];
                sum += weights[i] * rewards[i];
            } else if (distances[i] == edge) {
                tiedMass += weights[i];
                tiedSum += weights[i] * rewards[i];
            }
        }
        double share = tiedMass > 0 ? Math.min(1, (spec.k() - mass) / tiedMass) : 0;
        mass += share * tiedMass;
        return mass > 0 ? (sum + share * tiedSum) / mass : 0;
    }

    /** Returns the smallest distance within which the weights add up to k, ∞ if all are less: by Hoare's selection in three parts. */
    private double edge(int count) {
        double wanted = spec.k();
        int from = 0;
        int to = count;
        while (from < to) {
            double pivot = distances[(from + to) >>> 1];
            double nearer = 0;
            double tied = 0;
            int low = from;
            int high = to;
            for (int i = from; i < high; ) {
                if (distances[i] < pivot) {
                    nearer += weights[i];
                    swap(i++, low++);
                } else if (distances[i] > pivot) {
                    swap(i, --high);
                } else {
                    tied += weights[i++];
                }
            }
            if (nearer >= wanted) {
                to = low;
            } else if (nearer + tied >= wanted) {
                return pivot;
            } else {
                wanted -= nearer + tied;
                from = high;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private void swap(int i, int j) {
        swap(distances, i, j);
        swap(weights, i, j);
        swap(rewards, i, j);
    }

    private static void swap(double[] numbers, int i, int j) {
        double number = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = number;
    }

    @Override
    public void learn(long decision, Context context, int action, double reward, double weight) {
        if (teaches(context, action, reward, weight)) {
            context.describe(action, x);
            past[action].add(weight, reward, x);
            makeRoom(past[action].count());
        }
    }

    private void makeRoom(int count) {
        if (distances.length < count) {
            int length = (int) Math.min(spec.capacity(), Math.max(8, 2L * count));
            distances = new double[length];
            weights = new double[length];
            rewards = new double[length];
        }
    }

    @Override
    public void addAction() {
        past = Arrays.copyOf(past, past.length + 1);
        past[past.length - 1] = new PastRewards(spec.capacity(), x.length);
    }

    @Override
    public double[] state() {
        double[] state =
                new double[Arrays.stream(past).mapToInt(PastRewards::size).sum()];
        int at = 0;
        for (PastRewards memory : past) {
            at = memory.write(state, at);
        }
        return state;
    }

    @Override
    public void restore(double[] state) {
        States.check(state, state.length);
        NearestRewards taken = new NearestRewards(spec, actions(), features());
        int at = 0;
        for (PastRewards memory : taken.past) {
            at = memory.read(state, at);
            makeRoom(memory.count());
        }
        if (at < state.length) {
            throw new InvalidValue("state", state.length + " numbers", at + " numbers");
        }
        past = taken.past;
    }

    @Override
    public Model snapshot() {
        NearestRewards copy = new NearestRewards(spec, 0, features());
        copy.past = Arrays.stream(past).map(PastRewards::share).toArray(PastRewards[]::new);
        copy.makeRoom(distances.length);
        return copy;
    }
}
