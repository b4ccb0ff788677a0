package dev.bellwether.campaign.plan;

/** What a spend brings in a slot of time, in units of the mean: ad sets differ in their weeks. */
interface SlotFactors {

  double of(int adSet, TimeSlot slot);
}
