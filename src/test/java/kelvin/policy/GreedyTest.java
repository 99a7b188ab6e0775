package kelvin.policy;

class GreedyTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new Greedy();
    }
}
