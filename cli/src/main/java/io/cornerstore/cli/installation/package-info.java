/** A data folder with its configuration and databases, and the application over them. */
@NullMarked
package io.cornerstore.cli.installation;

import org.jspecify.annotations.NullMarked;
