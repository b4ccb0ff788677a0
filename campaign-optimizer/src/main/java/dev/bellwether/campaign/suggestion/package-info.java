/**
 * What people say about a brand, turned into advice on its ads: pause or lower them while a storm
 * of negative mentions lasts, shift money to what is being talked about, resume what was paused.
 * Pure: adapters stand in the packages below.
 */
package dev.bellwether.campaign.suggestion;
