/** One page about a linking: no script, no network, only text, tables and drawings. */
@NullMarked
package io.cornerstore.cli.link.report;

import org.jspecify.annotations.NullMarked;
