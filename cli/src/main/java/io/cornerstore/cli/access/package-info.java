/** Commands about who may come in: accounts of staff, keys of programs. */
@NullMarked
package io.cornerstore.cli.access;

import org.jspecify.annotations.NullMarked;
