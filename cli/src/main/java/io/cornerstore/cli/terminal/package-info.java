/** What a command says to whoever typed it: how far it is, and what to do instead. */
@NullMarked
package io.cornerstore.cli.terminal;

import org.jspecify.annotations.NullMarked;
