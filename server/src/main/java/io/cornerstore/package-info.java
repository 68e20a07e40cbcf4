@NullMarked
package io.cornerstore;

import org.jspecify.annotations.NullMarked;
