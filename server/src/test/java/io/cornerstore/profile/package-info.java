@NullMarked
package io.cornerstore.profile;

import org.jspecify.annotations.NullMarked;
