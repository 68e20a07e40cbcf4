package io.cornerstore.console.view;

/** The keys of the console as a page, for those who read without script. */
public record KeysPage(PageFrame frame) {}
