package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.kafka.RecordKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names of an account, to look the request's up in. */
final class AdSetNames {

  private final AccountHistory history;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> campaigns = new TreeSet<>();

  AdSetNames(AccountHistory history) {
    this.history = history;
    for (AccountHistory.AdSet adSet : history.adSets()) {
      ids.add(adSet.id());
      campaigns.add(adSet.campaign());
    }
  }

  /**
   * @throws UnplannableException names the nearest names
   */
  String id(String at, String campaign, String adSet) {
    checkCampaign(at + ".campaign", campaign);
    String id = RecordKey.of(campaign, adSet).encode();
    if (!ids.contains(id)) {
      List<String> there =
          history.adSets().stream()
              .filter(s -> s.campaign().equals(campaign))
              .map(AccountHistory.AdSet::adSet)
              .toList();
      throw new UnplannableException(
          at + ".adSet",
          "The campaign %s of %s has no ad set %s.%s An ad set that is to begin is named in new."
              .formatted(campaign, history.account(), adSet, Nearest.hint(adSet, there)));
    }
    return id;
  }

  void checkCampaign(String at, String campaign) {
    if (!campaigns.contains(campaign)) {
      throw new UnplannableException(
          at,
          "%s has no campaign %s.%s"
              .formatted(history.account(), campaign, Nearest.hint(campaign, campaigns)));
    }
  }

  /** Names of ad sets, of one campaign or of all. */
  void checkAdSets(String at, String campaign, List<String> adSets) {
    Set<String> there =
        history.adSets().stream()
            .filter(s -> campaign == null || s.campaign().equals(campaign))
            .map(AccountHistory.AdSet::adSet)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String adSet : adSets) {
      if (!there.contains(adSet)) {
        throw new UnplannableException(
            at,
            "%s has no ad set %s.%s"
                .formatted(
                    campaign == null ? history.account() : "The campaign " + campaign,
                    adSet,
                    Nearest.hint(adSet, there)));
      }
    }
  }
}
