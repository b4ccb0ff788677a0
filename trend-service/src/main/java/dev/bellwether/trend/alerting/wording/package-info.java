/** Says signals and figures to people, in plain English; pure. */
package dev.bellwether.trend.alerting.wording;
