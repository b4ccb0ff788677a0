package dev.bellwether.local.simulator;

import java.time.Instant;

/** A simulated post, and what is true of it. */
public record Post(Instant at, PostRow row, Truth truth) {}
