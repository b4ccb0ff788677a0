package dev.bellwether.campaign.allocation;

/** What came of a request to split a budget. */
public sealed interface Allocation permits Split, Infeasible {}
