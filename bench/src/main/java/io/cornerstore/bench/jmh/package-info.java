/** The inner loops, by JMH. */
@NullMarked
package io.cornerstore.bench.jmh;

import org.jspecify.annotations.NullMarked;
