/**
 * Reports that write {@code results/speed}, and benchmarks with JMH. {@link kelvin.bench.TestbedReport}
 * puts {@code kelvin run} beside {@link kelvin.bench.PlainLoop} and NumPy; a report fails when it misses a {@link kelvin.bench.Target}.
 *
 * <pre>
 *   ./mvnw -Pbench -Dquick compile exec:exec -Dbench=kelvin.bench.TestbedReport       # writes results/speed/testbed.csv
 *   ./mvnw -Pbench -Dquick compile exec:exec -Dbench="kelvin.bench.AllReports 5"      # every report, 5 rounds each
 *   ./mvnw -Pbench -Dquick compile exec:exec -Dbench="-XX:MarkSweepAlwaysCompactCount=1 kelvin.bench.Soak 10"
 *   ./mvnw -Pbench -Dquick compile exec:exec -Dbench="org.openjdk.jmh.Main -prof gc"  # JMH, with bytes per decision
 * </pre>
 */
@NullMarked
package kelvin.bench;

import org.jspecify.annotations.NullMarked;
