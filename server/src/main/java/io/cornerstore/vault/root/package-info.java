/**
 * The installation's root key: its file, its passphrase, what is derived from it. Internal to
 * vault.
 */
@NullMarked
package io.cornerstore.vault.root;

import org.jspecify.annotations.NullMarked;
