package io.cornerstore.console;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;

/** Who is at the screen and for which purpose they read right now. */
record Reader(Actor.Staff staff, AccessPurpose purpose) {}
