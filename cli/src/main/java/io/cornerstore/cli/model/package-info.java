/** Models of linkage as files: our own JSON, and Splink's. */
@NullMarked
package io.cornerstore.cli.model;

import org.jspecify.annotations.NullMarked;
