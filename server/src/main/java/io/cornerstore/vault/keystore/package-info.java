/**
 * Wrapped keys in their own database instance, and a short memory of unwrapped ones. Internal to
 * vault.
 */
@NullMarked
package io.cornerstore.vault.keystore;

import org.jspecify.annotations.NullMarked;
