@NullMarked
package io.cornerstore.profile.golden;

import org.jspecify.annotations.NullMarked;
