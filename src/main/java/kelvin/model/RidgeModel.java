package kelvin.model;

import kelvin.contract.InvalidValue;
import kelvin.contract.Rewards;
import kelvin.numeric.Exp;
import kelvin.numeric.Expm1;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/** The model of {@link Ridge}. Describes actions to its factors in their order: where the layout is mixed, own features come first. */
final class RidgeModel extends CheckedModel {
    private static final double MAX_SQUARE = 0x1p1008;
    private static final double MIN_SQUARE = 0x1p-900;

    /** Forgetting goes in strides of at most e⁻⁶⁹ ≈ 2⁻¹⁰⁰; after 24 of them nothing is left that a double could hold. */
    private static final double LONGEST_STRIDE = -69;

    private static final int MAX_STRIDES = 24;

    private final Ridge spec;
    private final Features features;
    private final RidgeFactors factors;
    private final int size;
    private long latest;

    private final double[] described;
    private final double[] x;
    private final double[] drawn;
    private final StandardNormal normal = new StandardNormal();

    RidgeModel(Ridge spec, int actions, Features features) {
        this(spec, features, new RidgeFactors(spec, actions, features), 0);
    }

    private RidgeModel(Ridge spec, Features features, RidgeFactors factors, long latest) {
        super(features, Rewards.REAL);
        this.spec = spec;
        this.features = features;
        this.factors = factors;
        this.size = features.total();
        this.latest = latest;
        this.described = new double[size];
        this.x = new double[size];
        this.drawn = new double[size];
    }

    @Override
    public int actions() {
        return factors.actions();
    }

    @Override
    public void addAction() {
        factors.addAction();
    }

    /** Returns an action's features in the order of the factors; must be asked for action 0 first. */
    private double[] described(Context context, int action) {
        if (action == 0 || features.perAction() > 0) {
            describe(context, action);
        }
        return described;
    }

    private void describe(Context context, int action) {
        if (factors.mixed()) {
            System.arraycopy(context.numbers(), context.place(action), described, 0, features.perAction());
            System.arraycopy(context.numbers(), 0, described, features.perAction(), features.shared());
        } else {
            context.describe(action, described);
        }
    }

    @Override
    public void values(Context context, double[] out) {
        check(context);
        for (int a = 0; a < factors.actions(); a++) {
            out[a] = value(a, described(context, a));
        }
    }

    /** Returns the prediction for one action. */
    double value(Context context, int action) {
        describe(context, action);
        return value(action, described);
    }

    private double value(int action, double[] seen) {
        double value;
        if (factors.mixed()) {
            System.arraycopy(seen, 0, x, 0, size);
            factors.forward(action, x);
            value = factors.product(action, x);
        } else {
            value = product(seen, factors.solution(action));
        }
        return finite("prediction", action, value);
    }

    private static double product(double[] a, double[] b) {
        return Vectors.product(a, 0, b, 0, a.length);
    }

    @Override
    public void widths(Context context, double[] out) {
        check(context);
        for (int a = 0; a < factors.actions(); a++) {
            out[a] = width(a, described(context, a));
        }
    }

    private double width(int action, double[] seen) {
        System.arraycopy(seen, 0, x, 0, size);
        double square = factors.forward(action, x);
        if (square >= MIN_SQUARE && square <= MAX_SQUARE) {
            return Math.sqrt(square);
        }
        return widthOfExtremes(action, seen);
    }

    /** The width where its square would leave the range of doubles: widths are proportional to features. */
    private double widthOfExtremes(int action, double[] seen) {
        double largest = 0;
        for (double feature : seen) {
            largest = Math.max(largest, Math.abs(feature));
        }
        if (largest == 0) {
            return 0;
        }
        int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
        for (int i = 0; i < size; i++) {
            x[i] = Math.scalb(seen[i], -exponent);
        }
        return finite("width", action, Math.scalb(Math.sqrt(factors.forward(action, x)), exponent));
    }

    @Override
    public void sample(Context context, double scale, UniformRandomProvider random, double[] out) {
        values(context, out);
        int shared = factors.shared();
        for (int c = 0; c < shared; c++) {
            drawn[c] = scale * factors.common().deviation(c) * normal.sample(random);
        }
        if (shared == size) {
            factors.common().back(drawn);
        }
        for (int a = 0; a < factors.actions(); a++) {
            double[] seen = described(context, a);
            double deviation;
            if (shared == size) {
                deviation = product(seen, drawn);
            } else if (shared == 0) {
                deviation = scale * width(a, seen) * normal.sample(random);
            } else {
                System.arraycopy(seen, 0, x, 0, size);
                deviation = scale * Math.sqrt(factors.top(a).forward(x)) * normal.sample(random);
                factors.common().forward(x);
                for (int c = 0; c < shared; c++) {
                    deviation += x[c] * drawn[c];
                }
            }
            out[a] = drawn(a, out[a] + deviation, scale);
        }
    }

    private static double drawn(int action, double draw, double scale) {
        if (!Double.isFinite(draw)) {
            throw new InvalidValue(
                    "draw of action " + action,
                    draw,
                    "finite; the scale of draws (" + scale + "), features or rewards are too large for doubles");
        }
        return draw;
    }

    @Override
    public void learn(long decision, Context context, int action, double reward, double weight) {
        if (!teaches(context, action, reward, weight) || size == 0) {
            return;
        }
        describe(context, action);
        double square = weight * product(described, described);
        if (!(square <= MAX_SQUARE && square / spec.regularisation() <= MAX_SQUARE)) {
            throw new InvalidValue(
                    "weight times squared length of the features",
                    square,
                    "at most 2.7e303, and times the regularisation; at weight 1 that is a length of 5.2e151");
        }
        double root = Math.sqrt(weight * advance(decision));
        for (int i = 0; i < size; i++) {
            x[i] = described[i] * root;
        }
        factors.rotate(action, x, reward * root);
    }

    /** Ages what was learnt to the time of a decision; returns the weight of what is learnt about that decision now. */
    private double advance(long decision) {
        if (spec.forgetting() == 1) {
            return 1;
        }
        double perDecision = Log.of(spec.forgetting());
        double rest = (decision - latest) * perDecision;
        if (decision <= latest) {
            return Exp.of(-rest);
        }
        latest = decision;
        for (int i = 0; i < MAX_STRIDES && rest < 0; i++) {
            double stride = Math.max(rest, LONGEST_STRIDE);
            factors.age(Exp.of(stride), Math.sqrt(-Expm1.of(stride) * spec.regularisation()), x);
            rest -= stride;
        }
        return 1;
    }

    @Override
    public boolean coefficients(int action, double[] out) {
        factors.top(action).solve(x);
        int moved = factors.mixed() ? features.perAction() : 0;
        System.arraycopy(x, moved, out, 0, size - moved);
        System.arraycopy(x, 0, out, size - moved, moved);
        return true;
    }

    @Override
    public double[] state() {
        return factors.state(latest);
    }

    @Override
    public void restore(double[] state) {
        latest = factors.restore(state);
    }

    @Override
    public RidgeModel snapshot() {
        return new RidgeModel(spec, features, factors.copy(), latest);
    }
}
