package mine;

import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.ArmContract;

class LaplaceTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Laplace(0.3, 2);
    }

    @Override
    public Arm twin() {
        return new Laplace(0.45, 2);
    }

    @Override
    public double cdf(double x) {
        double half = Math.exp(-Math.abs(x - 0.3) / 2) / 2;
        return x < 0.3 ? half : 1 - half;
    }
}
