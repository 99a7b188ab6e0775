/**
 * Turns action values into probabilities, and simulates what that costs.
 *
 * <p>Needs Commons RNG, and for experiment files, tables and statistics the libraries that are {@code static} here. Charts, choice
 * models and the command line need libraries that are no modules: they are not exported, and work on the class path.
 */
module kelvin {
    requires transitive org.apache.commons.rng.api;
    requires org.apache.commons.rng.core;
    requires org.apache.commons.rng.sampling;
    requires static java.desktop;
    requires static java.management;
    requires static org.apache.commons.csv;
    requires static org.apache.commons.statistics.descriptive;
    requires static org.apache.commons.statistics.distribution;
    requires static org.jspecify;
    requires static org.snakeyaml.engine;

    exports kelvin.agent;
    exports kelvin.audit;
    exports kelvin.bandit;
    exports kelvin.bandit.arm;
    exports kelvin.bandit.contextual;
    exports kelvin.bandit.slate;
    exports kelvin.bandit.testbed;
    exports kelvin.chart.style;
    exports kelvin.comparison;
    exports kelvin.contract;
    exports kelvin.decision;
    exports kelvin.decision.erasure;
    exports kelvin.decision.family;
    exports kelvin.decision.journal;
    exports kelvin.decision.memory;
    exports kelvin.evaluation;
    exports kelvin.evaluation.sequential;
    exports kelvin.exact;
    exports kelvin.experiment;
    exports kelvin.json;
    exports kelvin.learner;
    exports kelvin.learner.adversarial;
    exports kelvin.learner.bayes;
    exports kelvin.learner.contextual;
    exports kelvin.learner.gradient;
    exports kelvin.learner.identification;
    exports kelvin.learner.index;
    exports kelvin.learner.meta;
    exports kelvin.learner.nonstationary;
    exports kelvin.learner.slate;
    exports kelvin.metric;
    exports kelvin.model;
    exports kelvin.model.classifier;
    exports kelvin.model.feature;
    exports kelvin.model.network;
    exports kelvin.numeric;
    exports kelvin.policy;
    exports kelvin.policy.gap;
    exports kelvin.policy.guard;
    exports kelvin.policy.subset;
    exports kelvin.policy.temperature;
    exports kelvin.policy.vote;
    exports kelvin.random;
    exports kelvin.report;
    exports kelvin.results;
    exports kelvin.schedule;
    exports kelvin.shard;
    exports kelvin.simulation;
    exports kelvin.world;
    exports kelvin.yaml;
}
