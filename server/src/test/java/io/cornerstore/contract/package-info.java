/** Whether the server keeps what {@code openapi.yaml} promises, whatever it is sent. */
@NullMarked
package io.cornerstore.contract;

import org.jspecify.annotations.NullMarked;
