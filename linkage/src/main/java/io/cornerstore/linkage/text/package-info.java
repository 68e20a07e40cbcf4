/** Folding of spelling and measures of how alike two texts are; pure functions over bytes. */
@NullMarked
package io.cornerstore.linkage.text;

import org.jspecify.annotations.NullMarked;
