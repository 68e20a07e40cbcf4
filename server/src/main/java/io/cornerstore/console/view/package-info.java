/** What the templates are given: everything decided and worded, nothing left to compute. */
@NullMarked
package io.cornerstore.console.view;

import org.jspecify.annotations.NullMarked;
