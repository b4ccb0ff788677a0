package dev.bellwether.campaign.export.api;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A plan to hand on.
 *
 * @param writer {@code folder} or {@code connector}; may be left out where the operator has
 *     switched on one
 * @param platform {@code meta} or {@code google}; a connector may know by itself
 * @param day one of the plan's; needed where it is for several
 */
@RegisterForReflection
public record DeliveryRequest(String writer, String platform, String day) {}
