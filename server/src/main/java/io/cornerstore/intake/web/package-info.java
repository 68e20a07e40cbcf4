/** The HTTP side of intake: paths, keys, bodies and answers of the events API. */
@NullMarked
package io.cornerstore.intake.web;

import org.jspecify.annotations.NullMarked;
