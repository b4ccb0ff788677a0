package dev.bellwether.campaign.suggestion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Suggestions, the newest first. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuggestionPage(
    List<SpendSuggestion> suggestions,
    @Schema(description = "cursor of the following page; left out after the last") String next) {

  public SuggestionPage {
    suggestions = List.copyOf(suggestions);
  }
}
