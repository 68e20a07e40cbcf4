/** The demo: a made-up town, loaded and served, and how well its people were told apart. */
@NullMarked
package io.cornerstore.cli.demo;

import org.jspecify.annotations.NullMarked;
