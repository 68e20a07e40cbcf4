/**
 * Measurements of the packaged program from outside: each class is one command of {@code
 * bench/run}.
 */
package io.cornerstore.bench;
