/** Linking of files without a database: columns recognised, records linked, clusters written. */
@NullMarked
package io.cornerstore.cli.link;

import org.jspecify.annotations.NullMarked;
