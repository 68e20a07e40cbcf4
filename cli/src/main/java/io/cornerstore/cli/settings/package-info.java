/**
 * The configuration file: its keys, their reading and checking, and the pages generated from them.
 */
@NullMarked
package io.cornerstore.cli.settings;

import org.jspecify.annotations.NullMarked;
