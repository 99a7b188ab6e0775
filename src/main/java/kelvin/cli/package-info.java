/**
 * The command line: one file per command; the only package that prints.
 *
 * <p>Start with {@link kelvin.cli.Main}, which knows the commands, their exit codes and how errors are told. A new command
 * is one class with picocli's {@code @Command}, named in {@code Main}. Imports {@code experiment} and {@code chart}, and
 * what those hand over.
 *
 * <p>Stability: internal. The command line is the interface; the classes are not.
 */
@NullMarked
package kelvin.cli;

import org.jspecify.annotations.NullMarked;
