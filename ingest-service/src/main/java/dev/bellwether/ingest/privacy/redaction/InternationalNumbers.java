package dev.bellwether.ingest.privacy.redaction;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Numbers with their country's code (ITU-T E.164), as libphonenumber knows them. */
final class InternationalNumbers implements NumberingPlan {

  private static final int SHORTEST = 7;
  private static final int SHORTEST_WITH_PLUS = 5;

  private static final class Lazy {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  }

  @Override
  public boolean has(String digits, boolean plus) {
    String number =
        digits.startsWith("00")
            ? digits.substring(2)
            : digits.startsWith("011") ? digits.substring(3) : digits;
    if (number.length() < (plus ? SHORTEST_WITH_PLUS : SHORTEST) || number.charAt(0) == '0') {
      return false;
    }
    try {
      PhoneNumber parsed = Lazy.NUMBERS.parse("+" + number, null);
      return Lazy.NUMBERS.isValidNumber(parsed) || plus && Lazy.NUMBERS.isPossibleNumber(parsed);
    } catch (NumberParseException e) {
      return false;
    }
  }
}
