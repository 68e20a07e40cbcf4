@NullMarked
package io.cornerstore.profile.view;

import org.jspecify.annotations.NullMarked;
