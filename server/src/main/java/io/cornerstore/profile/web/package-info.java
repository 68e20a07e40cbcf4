/** The JSON API over customers, its errors and its description. */
@NullMarked
package io.cornerstore.profile.web;

import org.jspecify.annotations.NullMarked;
