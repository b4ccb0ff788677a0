/**
 * The Numenta Anomaly Benchmark: its files, its scorer and the program that measures the shipped
 * detector with both (Lavin, Ahmad: Evaluating Real-time Anomaly Detection Algorithms, ICMLA 2015).
 */
package dev.bellwether.trend.measure.nab;
