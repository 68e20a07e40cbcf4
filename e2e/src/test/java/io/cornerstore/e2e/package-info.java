@NullMarked
package io.cornerstore.e2e;

import org.jspecify.annotations.NullMarked;
