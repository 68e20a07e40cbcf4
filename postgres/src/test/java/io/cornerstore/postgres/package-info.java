@NullMarked
package io.cornerstore.postgres;

import org.jspecify.annotations.NullMarked;
