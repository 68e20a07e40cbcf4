/** The one executable: starts the databases when it has to, and runs the modules behind them. */
@NullMarked
package io.cornerstore.cli;

import org.jspecify.annotations.NullMarked;
