package io.cornerstore.delivery.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({ExportsApi.class, ImportsApi.class, QuarantineApi.class, WebhooksApi.class})
class DeliveryWebConfiguration {}
