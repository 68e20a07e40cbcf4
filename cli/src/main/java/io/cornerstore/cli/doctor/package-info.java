/** What an operator should know of an installation, and what to do about it. */
@NullMarked
package io.cornerstore.cli.doctor;

import org.jspecify.annotations.NullMarked;
