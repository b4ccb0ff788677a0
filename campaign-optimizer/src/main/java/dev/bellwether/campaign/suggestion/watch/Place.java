package dev.bellwether.campaign.suggestion.watch;

import dev.bellwether.campaign.suggestion.SuggestionRules;
import java.sql.Connection;

/** Where at most one suggestion is open. */
record Place(
    Connection connection,
    String workspace,
    String monitor,
    String account,
    String topic,
    SuggestionRules rules) {}
