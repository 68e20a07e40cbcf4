/**
 * The HTTP interface of those who connect channels: feeds, imports, quarantine, exports, webhooks.
 */
@NullMarked
package io.cornerstore.delivery.web;

import org.jspecify.annotations.NullMarked;
