package dev.bellwether.campaign.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Amounts as a platform takes them: in units of the currency, with as many decimals as it has. A
 * platform takes no thousandth of a cent, so what is cut off is given back to the largest
 * remainders: no line is further than one smallest unit from its plan, and all of them together are
 * never more than it.
 */
final class MoneyUnits {

  private static final int MICRO_DECIMALS = 6;

  /** Currencies that Meta counts in whole units although ISO 4217 gives them decimals. */
  private static final Set<String> WHOLE_AT_META = Set.of("COP", "CRC", "HUF", "IDR", "TWD");

  private MoneyUnits() {}

  /**
   * @param micros 0 or more
   */
  static List<BigDecimal> rounded(List<Long> micros, String currency, Platform platform) {
    int decimals = decimals(currency, platform);
    long unit = Math.powExact(10L, MICRO_DECIMALS - decimals);
    long sum = micros.stream().mapToLong(Long::longValue).sum();
    long spare = sum / unit - micros.stream().mapToLong(one -> one / unit).sum();
    // ties go by place, so that the same plan is the same file
    List<Integer> byRemainder =
        IntStream.range(0, micros.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -(micros.get(i) % unit)))
            .toList();
    var raised = new boolean[micros.size()];
    for (int i = 0; i < spare; i++) {
      raised[byRemainder.get(i)] = true;
    }
    var amounts = new ArrayList<BigDecimal>();
    for (int i = 0; i < raised.length; i++) {
      amounts.add(BigDecimal.valueOf(micros.get(i) / unit + (raised[i] ? 1 : 0), decimals));
    }
    return amounts;
  }

  private static int decimals(String currency, Platform platform) {
    if (platform == Platform.META && WHOLE_AT_META.contains(currency)) {
      return 0;
    }
    int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    // gold and the like have none; nobody pays ads with them
    return decimals < 0 ? 2 : decimals;
  }
}
