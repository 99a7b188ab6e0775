package kelvin.experiment;

import kelvin.yaml.Aliases;

/**
 * Aliases of components and their parameters: the common names in the literature of what has another name here, a line for each name
 * of ours. Spelling in other case, with blanks or dashes, and nouns at the end such as {@code policy}, {@code bandit} or
 * {@code sampling} need no line.
 */
final class CommonNames {
    static final String COMPONENTS = """
            Softmax: Boltzmann, Gibbs, Logit, Quantal response
            EpsilonGreedy: Epsilon, Eps, Eps greedy, ε greedy, E greedy, EGreedy
            EpsilonDecreasing: Epsilon decay, Decaying epsilon greedy, Epsilon n greedy, ε n greedy
            Greedy: Argmax, Max, Hardmax, Follow the leader, FTL
            Uniform: Random, Uniform random
            SigmoidGate: Sigmoid, Gate, Gates, Logistic gate
            IndependentGates: Sigmoid, Gate, Gates, Bernoulli gates
            UniformMix: Epsilon soft
            TargetEntropy: Entropy
            Nucleus: Top p
            Top: Top k
            InverseGap: IGW, Inverse gap weighting
            PlackettLuce: Luce, Gumbel top k
            ThompsonBeta: Thompson, TS, Beta Thompson, Bernoulli Thompson, Thompson Bernoulli, Beta Bernoulli
            ThompsonGaussian: Thompson, TS, Gaussian Thompson, Normal Thompson, Thompson normal, Gaussian TS
            ThompsonNormalGamma: Normal gamma Thompson
            ThompsonPoisson: Poisson Thompson, Gamma Poisson, Thompson Gamma
            ThompsonDirichlet: Dirichlet Thompson
            ThompsonDsw: Discounted Thompson, Thompson discounted
            ThompsonWindow: Sliding window Thompson, Thompson sliding window, SW TS
            TopTwoBeta: Top two, TTTS, Top two Thompson
            TopTwoGaussian: Top two, TTTS, Top two Thompson
            Ucb1: Upper confidence bound
            Ucb: Upper confidence bound
            Ucb1Tuned: UCB tuned
            SlidingWindowUcb: SW UCB, UCB sliding window, UCB window
            DiscountedUcb: D UCB, UCB discounted
            GlrKlUcb: GLR UCB
            BayesUcb: Bayesian UCB
            LinUcb: Linear UCB, Contextual UCB, OFUL
            LinTs: Lin Thompson, Linear Thompson, Thompson linear, Contextual Thompson
            LogisticTs: Logistic, Logistic Thompson, Thompson logistic
            GradientBandit: Preference, Softmax gradient, Policy gradient
            Exp3Ix: Exp3.P
            Hedge: Multiplicative weights, Exponential weights, EWA, RWM, FTRL
            TsallisInf: Inf
            InformationDirected: IDS
            SuccessiveElimination: Action elimination
            SuccessiveRejects: SR
            SequentialHalving: SH, Successive halving
            ExploreThenCommit: ETC, Explore first
            Gittins: Gittins index
            BoltzmannGumbel: BGE, Gumbel, Gumbel softmax, Softmax Gumbel
            Bagging: Bootstrap, Bootstrapped, Bootstrapped Thompson, Online bootstrap
            ValueLearner: Sample average, Action value, Optimistic, Optimistic greedy, Optimistic initial values
            WindowLearner: Sliding window
            DiscountedLearner: Discounted
            QLearning: Tabular Q, Watkins Q
            DoubleQLearning: Double Q
            ActorCritic: AC, A2C
            Reinforce: Policy gradient, Monte Carlo policy gradient
            Uct: MCTS, Monte Carlo tree search
            Gaussian: Normal
            TruncatedGaussian: Truncated normal
            Bernoulli: Binary, Coin, Click
            StudentT: T, Student
            Constant: Deterministic, Fixed, Dirac
            Empirical: Sample, Data
            FixedTestbed: Arms, Stationary, Multi armed, MAB, K armed
            GaussianTestbed: Normal, Ten armed, 10 armed, Sutton Barto
            LinearContexts: Linear, Contextual linear, Contextual
            LogisticContexts: Logistic, Contextual logistic
            Classification: Supervised
            Delayed: Delay
            Replay: Log, Logged
            RandomWalk: Drifting, Nonstationary, Non stationary
            Switching: Abrupt, Changing, Piecewise stationary, Nonstationary, Non stationary
            SmoothDrift: Drift
            CliffWalking: Cliff, Gridworld, Grid
            WindyGridworld: Windy, Gridworld, Grid
            InverseSqrt: 1/sqrt(t), 1/√t, 1/sqrt(n), 1/sqrt(step), Inverse square root, Sqrt
            InverseCount: 1/t, 1/n, 1/step, Inverse, Inverse time, Harmonic, Hyperbolic, Sample average
            InverseLog: 1/log(t), 1/ln(t), 1/log(step), Log, Logarithmic
            Steps: Step, Piecewise, Piecewise constant
            Ridge: Linear, OLS, Least squares, Bayesian linear
            Logistic: Sigmoid
            Means: Mean, Tabular, Average
            Neighbours: KNN, Nearest neighbours, Nearest neighbors, Neighbors
            Network: Neural network, MLP, NN, DNN, Neural
            SoftmaxRegression: Multinomial, Multinomial logistic, Maxent
            LogisticRegression: Gates, One vs rest, OVR, Sigmoid
            DiscriminantAnalysis: LDA, QDA
            Discriminant: LDA, QDA
            GaussianNaiveBayes: Naive Bayes
            OneHot: Categorical, Dummy, Category, Categories
            Numeric: Number, Numbers, Identity, Raw
            Standardised: Standardized, Scaled, Z score, Standard scaler
            Interaction: Product, Polynomial
            Hashed: Hash, Hashing, Feature hashing
            Intercept: Bias, Constant
            LinearScorer: Linear
            NetworkScorer: Network, MLP, Neural
            """;

    static final String KEYS = """
            temperature: tau, temp, T, τ
            epsilon: eps, ε
            stepSize: alpha, α, lr, learning rate, eta, η, rate
            exploration: c, alpha, bonus
            stdDev: sd, std, sigma, σ, standard deviation, scale
            rewardStdDev: sd, std, sigma, σ, noise, standard deviation
            mean: mu, μ, loc, rate, lambda, λ
            p: prob, probability, theta, θ, mean, ctr
            arms: k, n, actions, number of arms
            actions: arms, k, n
            discount: gamma, γ
            initialValue: q0, optimism, init
            bonus: alpha, α, c, exploration
            regularisation: regularization, lambda, λ, ridge, l2
            threshold: θ, theta, cutoff
            start: from, begin, initial, high
            end: to, stop, final, finish, low
            steps: horizon, duration, over
            values: rewards, data
            sample: values, rewards, data
            repetitions: reps, runs, trials, replications, repeats, seeds, simulations
            horizon: steps, T, rounds, time steps, length
            question: name, title, description
            testbed: bandit, env, environment, world, problem, task
            learners: policies, agents, algorithms, players, strategies
            baseline: reference, comparator
            low: lower, min, a
            high: upper, max, b
            points: steps, n, count, num
            seed: random seed, random state
            policy: strategy
            """;

    static final Aliases ALIASES = Aliases.of(COMPONENTS, KEYS);

    private CommonNames() {}
}
