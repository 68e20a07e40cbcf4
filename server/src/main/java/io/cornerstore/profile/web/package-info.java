/** The HTTP interface: customers, and what the interfaces of higher modules are written with. */
@NullMarked
@NamedInterface("web")
package io.cornerstore.profile.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
