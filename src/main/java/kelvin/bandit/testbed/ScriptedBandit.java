package kelvin.bandit.testbed;

import kelvin.bandit.Bandit;

/** A bandit whose rewards are fixed in advance, by arm and step: nothing is random, and no player changes them. */
final class ScriptedBandit implements Bandit {
    /** A script: the reward of an arm at a step, from 1. */
    @FunctionalInterface
    interface Script {
        double reward(int arm, long step);
    }

    private final int arms;
    private final Script script;
    private long step = 1;

    private ScriptedBandit(int arms, Script script) {
        this.arms = arms;
        this.script = script;
    }

    /** Returns the bandit whose players are measured against the best fixed arm. */
    static Bandit inHindsight(int arms, Script script, long horizon) {
        return new HindsightBandit(new ScriptedBandit(arms, script), new ScriptedBandit(arms, script), horizon);
    }

    @Override
    public int arms() {
        return arms;
    }

    @Override
    public double mean(int arm) {
        return script.reward(arm, step);
    }

    @Override
    public double pull(int arm) {
        return mean(arm);
    }

    @Override
    public boolean stationary() {
        return false;
    }

    @Override
    public boolean advance(long to) {
        step = to;
        return false;
    }
}
