/** The queue of doubtful cases and the verdicts of stewards. Internal to identity. */
@NullMarked
package io.cornerstore.identity.review;

import org.jspecify.annotations.NullMarked;
