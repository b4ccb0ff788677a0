/** Whether a day's spend follows its plan. Pure; {@code watch} joins it to the service. */
package dev.bellwether.campaign.pacing;
