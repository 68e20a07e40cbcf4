/** Staff and API keys as rows: passwords, roles, secrets. Internal to access. */
@NullMarked
package io.cornerstore.access.accounts;

import org.jspecify.annotations.NullMarked;
