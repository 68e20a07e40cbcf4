/** Pictures as geometry: the templates draw them as SVG beside a table of the same numbers. */
@NullMarked
package io.cornerstore.console.picture;

import org.jspecify.annotations.NullMarked;
