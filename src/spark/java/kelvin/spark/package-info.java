/**
 * Experiments on Apache Spark, with the bytes of one machine's results: {@link kelvin.spark.Main}, for {@code spark-submit}.
 *
 * <p>Built by the profile {@code spark}, which puts everything but Spark into {@code kelvin-spark.jar}.
 */
@NullMarked
package kelvin.spark;

import org.jspecify.annotations.NullMarked;
