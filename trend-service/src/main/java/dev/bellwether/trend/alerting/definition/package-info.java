/** Rules and channels as people write them in JSON, and what is refused of it. */
package dev.bellwether.trend.alerting.definition;
