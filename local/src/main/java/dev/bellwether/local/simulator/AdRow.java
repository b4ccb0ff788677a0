package dev.bellwether.local.simulator;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;

/**
 * A day of an ad set in the flat form of {@code POST /v1/ad-performance}.
 *
 * @param date the account's local day, YYYY-MM-DD
 * @param spend units of currency, two decimals
 * @param revenue units of currency, two decimals
 */
@JsonPropertyOrder({
  "account",
  "campaign",
  "adSet",
  "ad",
  "age",
  "gender",
  "geo",
  "interest",
  "placement",
  "date",
  "timeZone",
  "currency",
  "spend",
  "impressions",
  "clicks",
  "conversions",
  "revenue"
})
public record AdRow(
    String account,
    String campaign,
    String adSet,
    String ad,
    String age,
    String gender,
    String geo,
    String interest,
    String placement,
    String date,
    String timeZone,
    String currency,
    BigDecimal spend,
    long impressions,
    long clicks,
    long conversions,
    BigDecimal revenue) {}
