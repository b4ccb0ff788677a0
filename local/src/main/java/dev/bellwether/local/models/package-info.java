/** Models that are too large to come with the suite, fetched when somebody wants them. */
package dev.bellwether.local.models;
