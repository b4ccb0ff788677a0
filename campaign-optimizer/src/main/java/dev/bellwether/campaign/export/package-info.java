/**
 * Plans as platforms take them: spreadsheets for bulk uploads. Pure; {@code api} answers them,
 * {@code writer} sends them.
 */
package dev.bellwether.campaign.export;
