/** How good an answer is: held against a known truth, or against what the model itself expects. */
@NullMarked
package io.cornerstore.linkage.evaluation;

import org.jspecify.annotations.NullMarked;
