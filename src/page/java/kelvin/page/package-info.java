/** The page that teaches: what its scripts call of Kelvin, compiled to WebAssembly, and the program that puts the page together. */
@NullMarked
package kelvin.page;

import org.jspecify.annotations.NullMarked;
