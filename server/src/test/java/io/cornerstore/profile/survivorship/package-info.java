@NullMarked
package io.cornerstore.profile.survivorship;

import org.jspecify.annotations.NullMarked;
