@NullMarked
package io.cornerstore.linkage;

import org.jspecify.annotations.NullMarked;
