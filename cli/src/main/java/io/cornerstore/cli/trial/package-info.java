/** Models tried over all records of an installation, used, and taken back. */
@NullMarked
package io.cornerstore.cli.trial;

import org.jspecify.annotations.NullMarked;
