/** Weights from unlabelled records: random pairs, expectation and maximisation. */
@NullMarked
package io.cornerstore.linkage.training;

import org.jspecify.annotations.NullMarked;
