/** What is known of a source subject for linkage, and its compact form. */
@NullMarked
package io.cornerstore.identity.features;

import org.jspecify.annotations.NullMarked;
