@NullMarked
package io.cornerstore.sampletown;

import org.jspecify.annotations.NullMarked;
