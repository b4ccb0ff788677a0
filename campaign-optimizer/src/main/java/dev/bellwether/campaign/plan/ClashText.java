package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.allocation.Clash;
import dev.bellwether.campaign.plan.LineLimits.Owner;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in the user's words which rules cannot hold together. */
final class ClashText {

  /** More names than this are told by their number and sum. */
  private static final int NAMED = 5;

  private final AccountHistory history;
  private final PlanTerms terms;
  private final List<LineLimits> limits;
  private final List<GroupNode> groups;

  ClashText(
      AccountHistory history, PlanTerms terms, List<LineLimits> limits, List<GroupNode> groups) {
    this.history = history;
    this.terms = terms;
    this.limits = limits;
    this.groups = groups;
  }

  UnplannableException unplannable(Answer.Clashing clashing) {
    List<Clash.Most> maxima = lineMaxima(clashing.clashes());
    boolean isOnlyCare =
        maxima.stream().allMatch(m -> owner(m.name(), true) == Owner.CARE)
            && clashing.clashes().stream()
                .allMatch(c -> c instanceof Clash.Most m ? maxima.contains(m) : isBudget(c));
    boolean isAllOpen = limits.stream().allMatch(l -> l.high() != Owner.RULE);
    if (mostOfAll() == 0) {
      return new UnplannableException(
          "budget",
          "The budget cannot be spent: every ad set is paused, does not run on the plan's days, or spends nothing at present. Let one run, or give it a maximum.");
    }
    if (isOnlyCare && (!maxima.isEmpty() || isAllOpen) && hasLeastBudget(clashing.clashes())) {
      return new UnplannableException(
          "budget",
          "The budget is more than the ad sets may take: each at most %d times what it spends today, %s together. "
                  .formatted(LimitRules.MOST, money(mostOfAll()))
              + "Plan that or less now, and again when its figures are in; or give lines a higher maximum of their own.");
    }
    List<String> rules = new ArrayList<>();
    String field = "budget";
    for (Clash clash : clashing.clashes()) {
      if (!isLine(clash)) {
        rules.add(words(clash));
        field = field(clash, field);
      }
    }
    addLines(clashing, rules);
    field = lineField(clashing.clashes(), field);
    String detail =
        rules.size() == 1
            ? "This cannot be kept: %s. Change it."
            : "These cannot hold together: %s. Without any one of them the others can: change one.";
    return new UnplannableException(field, detail.formatted(String.join("; ", rules)));
  }

  private void addLines(Answer.Clashing clashing, List<String> rules) {
    List<Clash> lines = clashing.clashes().stream().filter(this::isLine).toList();
    if (lines.size() <= NAMED) {
      lines.forEach(line -> rules.add(lineWords(clashing.frame(), line)));
      return;
    }
    addSummed(lines.stream().filter(Clash.Least.class::isInstance).toList(), "minima", rules);
    addSummed(lines.stream().filter(Clash.Most.class::isInstance).toList(), "maxima", rules);
  }

  private void addSummed(List<Clash> lines, String what, List<String> rules) {
    if (!lines.isEmpty()) {
      long sum = lines.stream().mapToLong(ClashText::micros).sum();
      rules.add(
          "the %s of %d ad sets, such as %s, %s together"
              .formatted(what, lines.size(), name(nameOf(lines.getFirst())), money(sum)));
    }
  }

  private String lineWords(Frame frame, Clash clash) {
    String name = nameOf(clash);
    boolean isMost = clash instanceof Clash.Most;
    return "the %s of %s%s, %s (%s)"
        .formatted(
            isMost ? "maximum" : "minimum",
            name(name),
            slot(frame, name),
            money(micros(clash)),
            LimitRules.words(owner(name, isMost)));
  }

  private String words(Clash clash) {
    return switch (clash) {
      case Clash.Least(Clash.Scope scope, String name, long micros) ->
          scope == Clash.Scope.GROUP
              ? "the minimum of the group %s, %s".formatted(group(name).name(), money(micros))
              : "the budget, %s, which is to be spent".formatted(money(micros));
      case Clash.Most(Clash.Scope scope, String name, long micros) ->
          scope == Clash.Scope.GROUP
              ? "the maximum of the group %s, %s".formatted(group(name).name(), money(micros))
              : "the budget, %s".formatted(money(micros));
      case Clash.Value(double asked, double reachable) ->
          "the target of %s, of which at most %s can be reached"
              .formatted(volume(asked), volume(reachable));
      case Clash.Cost(double asked, double reachable) -> cost(asked, reachable);
    };
  }

  private String volume(double value) {
    return switch (terms.goal()) {
      case CONVERSIONS -> Amounts.money(value) + " conversions";
      case REVENUE -> Amounts.money(value) + " " + history.currency() + " of revenue";
    };
  }

  private String cost(double asked, double reachable) {
    String currency = history.currency();
    return switch (terms.goal()) {
      case CONVERSIONS ->
          Double.isFinite(reachable)
              ? "the target of %s a conversion, of which the least that can be reached is %s"
                  .formatted(
                      Amounts.money(asked) + " " + currency,
                      Amounts.money(reachable) + " " + currency)
              : "the target of %s %s a conversion, while nothing brings any"
                  .formatted(Amounts.money(asked), currency);
      case REVENUE ->
          "the target ROAS of %s, of which at most %s can be reached"
              .formatted(Amounts.rate(1 / asked), Amounts.rate(1 / reachable));
    };
  }

  private String field(Clash clash, String before) {
    return switch (clash) {
      case Clash.Value _, Clash.Cost _ -> "target.value";
      case Clash.Least(Clash.Scope scope, String name, long _) ->
          scope == Clash.Scope.GROUP ? group(name).at() + ".minimum" : before;
      case Clash.Most(Clash.Scope scope, String name, long _) ->
          scope == Clash.Scope.GROUP ? group(name).at() + ".maximum" : before;
    };
  }

  /** The rule of a line is the likeliest to be mended. */
  private String lineField(List<Clash> clashes, String before) {
    for (Clash clash : clashes) {
      if (isLine(clash)) {
        AccountHistory.AdSet adSet = adSet(nameOf(clash));
        for (PlanTerms.LineTerms line : terms.lines()) {
          if (line.campaign().equals(adSet.campaign()) && line.adSet().equals(adSet.adSet())) {
            return before.equals("budget") ? line.at() : before;
          }
        }
      }
    }
    return before;
  }

  private List<Clash.Most> lineMaxima(List<Clash> clashes) {
    return clashes.stream()
        .filter(this::isLine)
        .filter(Clash.Most.class::isInstance)
        .map(Clash.Most.class::cast)
        .toList();
  }

  private static boolean hasLeastBudget(List<Clash> clashes) {
    return clashes.stream().anyMatch(c -> c instanceof Clash.Least && isBudget(c));
  }

  private long mostOfAll() {
    return Micros.sum(limits.stream().mapToLong(LineLimits::periodHigh).toArray());
  }

  private static boolean isBudget(Clash clash) {
    return clash instanceof Clash.Least(Clash.Scope scope, String _, long _)
        && scope == Clash.Scope.BUDGET;
  }

  /** Ad sets of several slots are groups to the allocator, and lines to the user. */
  private boolean isLine(Clash clash) {
    String name = nameOf(clash);
    return name != null && (name.charAt(0) == Frame.LINE || name.charAt(0) == Frame.AD_SET);
  }

  private static String nameOf(Clash clash) {
    return switch (clash) {
      case Clash.Least(Clash.Scope scope, String name, long _) ->
          scope == Clash.Scope.BUDGET ? null : name;
      case Clash.Most(Clash.Scope scope, String name, long _) ->
          scope == Clash.Scope.BUDGET ? null : name;
      case Clash.Value _, Clash.Cost _ -> null;
    };
  }

  private static long micros(Clash clash) {
    return switch (clash) {
      case Clash.Least least -> least.micros();
      case Clash.Most most -> most.micros();
      case Clash.Value _, Clash.Cost _ -> 0;
    };
  }

  private static int number(String name, int part) {
    return Integer.parseInt(name.split(Frame.SEPARATOR, -1)[part]);
  }

  private AccountHistory.AdSet adSet(String name) {
    return history.adSets().get(number(name, 1));
  }

  private String name(String name) {
    AccountHistory.AdSet adSet = adSet(name);
    return adSet.adSet() + " of " + adSet.campaign();
  }

  private static String slot(Frame frame, String name) {
    if (name.charAt(0) != Frame.LINE || frame.slots().size() == 1) {
      return "";
    }
    TimeSlot slot = frame.slots().get(number(name, 2));
    return " on " + slot.weekday().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s";
  }

  private Owner owner(String name, boolean isMost) {
    LineLimits own = limits.get(number(name, 1));
    return isMost ? own.high() : own.low();
  }

  private GroupNode group(String name) {
    return find(groups, name.substring(2));
  }

  private static GroupNode find(List<GroupNode> nodes, String at) {
    for (GroupNode node : nodes) {
      if (node.at().equals(at)) {
        return node;
      }
      GroupNode inner = find(node.groups(), at);
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  private String money(long micros) {
    return Amounts.money(micros, history.currency());
  }
}
