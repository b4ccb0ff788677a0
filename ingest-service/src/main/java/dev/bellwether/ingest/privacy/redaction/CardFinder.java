package dev.bellwether.ingest.privacy.redaction;

import org.apache.commons.validator.routines.CreditCardValidator;
import org.apache.commons.validator.routines.CreditCardValidator.CreditCardRange;

/**
 * Payment cards (ISO/IEC 7812): an issuer's range and length, and Luhn's check digit; the digits in
 * one run or in groups.
 */
final class CardFinder implements Finder {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;
  private static final int LEAST_GROUP = 2;

  private final CreditCardValidator validator =
      new CreditCardValidator(
          new CreditCardRange[] {
            new CreditCardRange("4", null, new int[] {13, 16, 19}), // Visa
            new CreditCardRange("51", "55", 16, 16), // Mastercard
            new CreditCardRange("2221", "2720", 16, 16), // Mastercard
            new CreditCardRange("34", null, 15, 15), // American Express
            new CreditCardRange("37", null, 15, 15), // American Express
            new CreditCardRange("300", "305", 14, 19), // Diners Club
            new CreditCardRange("3095", null, 14, 19), // Diners Club
            new CreditCardRange("36", null, 14, 19), // Diners Club
            new CreditCardRange("38", "39", 14, 19), // Diners Club
            new CreditCardRange("6011", null, 16, 19), // Discover
            new CreditCardRange("644", "659", 16, 19), // Discover
            new CreditCardRange("3528", "3589", 16, 19), // JCB
            new CreditCardRange("62", null, 14, 19), // UnionPay
            new CreditCardRange("81", "82", 16, 19), // UnionPay, RuPay
            new CreditCardRange("60", null, 16, 16), // RuPay
            new CreditCardRange("2200", "2204", 16, 19), // Mir
            new CreditCardRange("50", null, SHORTEST, LONGEST), // Maestro
            new CreditCardRange("56", "58", SHORTEST, LONGEST), // Maestro
            new CreditCardRange("6304", null, SHORTEST, LONGEST), // Maestro
            new CreditCardRange("6390", null, SHORTEST, LONGEST), // Maestro
            new CreditCardRange("67", null, SHORTEST, LONGEST), // Maestro
          });

  @Override
  public void find(Draft draft) {
    for (NumberRun run : NumberRun.in(draft.visible().toString())) {
      int first = 0;
      while (first < run.groups()) {
        int last = lastOfCard(run, first);
        if (last >= first) {
          draft.take(Kind.CARD, run.starts()[first], run.ends()[last]);
          first = last;
        }
        first++;
      }
    }
  }

  private int lastOfCard(NumberRun run, int first) {
    if (run.before(first) == '+') {
      return -1; // a phone number
    }
    for (int last = first; last < run.groups(); last++) {
      int digits = run.digits(first, last);
      if (digits > LONGEST || run.groups() > 1 && run.length(last) < LEAST_GROUP) {
        return -1;
      }
      if (digits >= SHORTEST && validator.isValid(run.digitsOf(first, last))) {
        return last;
      }
    }
    return -1;
  }
}
