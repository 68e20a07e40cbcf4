/**
 * Who is who: Fellegi–Sunter record linkage for customer records, trained without labels.
 *
 * <p>{@link io.cornerstore.linkage.ResidentIndex} holds the records of one installation in compact
 * form and links all of them, or only what changed, through the same code. Everything here is
 * deterministic for any number of threads; nothing does I/O, reads a clock or throws dice without a
 * seed.
 */
@NullMarked
package io.cornerstore.linkage;

import org.jspecify.annotations.NullMarked;
