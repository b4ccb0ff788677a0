/** What the allocator is worth: gap to the dual bound, broken rules, time, beside other solvers. */
package dev.bellwether.campaign.measure.allocate;
