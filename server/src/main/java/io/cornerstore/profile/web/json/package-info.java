/** The shapes of answers, written out so that they change only on purpose. */
@NullMarked
package io.cornerstore.profile.web.json;

import org.jspecify.annotations.NullMarked;
