/**
 * Measurements of the packaged program from outside: each class is one command of {@code
 * bench/run}.
 */
@NullMarked
package io.cornerstore.bench;

import org.jspecify.annotations.NullMarked;
