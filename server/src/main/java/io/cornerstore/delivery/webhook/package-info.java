/** Endpoints, the outbox of messages, signing and sending. */
@NullMarked
package io.cornerstore.delivery.webhook;

import org.jspecify.annotations.NullMarked;
