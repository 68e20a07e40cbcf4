/** What tests share: databases, properties, golden files, faults, child JVMs, canaries. */
@NullMarked
package io.cornerstore.testkit;

import org.jspecify.annotations.NullMarked;
