/**
 * A made-up town of any size, written as the feeds of a business with many channels, together with
 * its truth. Seeded: the same settings give the same bytes.
 *
 * <p>Everything here is invented. E-mail addresses stand on reserved domains (RFC 2606), telephone
 * numbers behind the exchange 555, places do not exist.
 */
@NullMarked
package io.cornerstore.sampletown;

import org.jspecify.annotations.NullMarked;
