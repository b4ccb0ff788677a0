package dev.bellwether.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A word that made a score.
 *
 * @param word as the mention has it
 * @param contribution what it adds to the label's log-odds, against the mean of the other labels;
 *     below zero where it speaks against the label
 */
public record WordContribution(@JsonProperty(required = true) String word, double contribution) {}
