@NullMarked
package io.cornerstore.profile.segment;

import org.jspecify.annotations.NullMarked;
