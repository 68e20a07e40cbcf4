/** Commands for whoever keeps an installation going: serve, doctor, backup, restore, upgrade. */
@NullMarked
package io.cornerstore.cli.operate;

import org.jspecify.annotations.NullMarked;
