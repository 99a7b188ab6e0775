package kelvin.policy;

class UniformTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new Uniform();
    }
}
