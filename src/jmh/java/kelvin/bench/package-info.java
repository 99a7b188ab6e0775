/**
 * How fast, and against what: benchmarks with JMH, and {@link kelvin.bench.SpeedReport}, which alternates with NumPy.
 *
 * <pre>
 *   ./mvnw -Pbench -Dquick compile exec:exec                                          # writes results/speed
 *   ./mvnw -Pbench -Dquick compile exec:exec -Dbench=kelvin.bench.DecisionMakerReport # writes results/speed/decision-maker.csv
 *   ./mvnw -Pbench -Dquick compile exec:exec -Dbench="-XX:MarkSweepAlwaysCompactCount=1 kelvin.bench.Soak 10"
 *   ./mvnw -Pbench -Dquick compile exec:exec -Dbench="org.openjdk.jmh.Main -prof gc"  # JMH, with bytes per decision
 * </pre>
 */
@NullMarked
package kelvin.bench;

import org.jspecify.annotations.NullMarked;
