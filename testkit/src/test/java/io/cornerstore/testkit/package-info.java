@NullMarked
package io.cornerstore.testkit;

import org.jspecify.annotations.NullMarked;
