package kelvin.numeric;

/** A few weights in an array, summed and scanned at each draw. */
final class WeightScan implements WeightStore {
    private final double[] weights;

    WeightScan(int size) {
        weights = new double[size];
    }

    @Override
    public void set(int place, double weight) {
        weights[place] = weight;
    }

    @Override
    public void setAll(double[] all) {
        System.arraycopy(all, 0, weights, 0, weights.length);
    }

    @Override
    public double total() {
        return Weights.plainSum(weights);
    }

    @Override
    public int draw(double u) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (sum > u) {
                return i;
            }
        }
        return Weights.draw(weights, u, 0); // rounding has left u past the end
    }
}
