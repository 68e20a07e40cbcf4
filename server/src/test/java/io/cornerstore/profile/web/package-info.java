@NullMarked
package io.cornerstore.profile.web;

import org.jspecify.annotations.NullMarked;
