/** Sealing and opening of values with keys in memory. Internal to vault. */
@NullMarked
package io.cornerstore.vault.sealing;

import org.jspecify.annotations.NullMarked;
