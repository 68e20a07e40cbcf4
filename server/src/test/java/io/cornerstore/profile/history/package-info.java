@NullMarked
package io.cornerstore.profile.history;

import org.jspecify.annotations.NullMarked;
