@NullMarked
package io.cornerstore.tabular;

import org.jspecify.annotations.NullMarked;
