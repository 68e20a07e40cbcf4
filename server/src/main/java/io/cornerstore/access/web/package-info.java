/** Sign-in, sessions, tokens and the headers of every answer. Internal to access. */
@NullMarked
package io.cornerstore.access.web;

import org.jspecify.annotations.NullMarked;
