/** What every page has around its content: who reads it, for what, in which language. */
@NullMarked
package io.cornerstore.console.frame;

import org.jspecify.annotations.NullMarked;
