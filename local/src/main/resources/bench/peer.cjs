// SPDX-License-Identifier: Apache-2.0
// Guesses the sentiment of labelled posts with a peer's npm package and measures it: node peer.cjs NAME ROWS OUT
"use strict";
const fs = require("fs");
const path = require("path");

const [name, rows, out] = process.argv.slice(2);
const texts = fs
  .readFileSync(rows, "utf8")
  .split(/\r?\n/)
  .filter((row) => row.length > 0)
  .map((row) => row.split("\t")[1]);

// Each with the thresholds its own documentation gives.
const peers = {
  vader: () => {
    const analyzer = require(path.resolve("node_modules/vader-sentiment")).SentimentIntensityAnalyzer;
    return (text) => {
      const compound = analyzer.polarity_scores(text).compound;
      return compound >= 0.05 ? 2 : compound <= -0.05 ? 0 : 1;
    };
  },
  afinn: () => {
    const Sentiment = require(path.resolve("node_modules/sentiment"));
    const analyzer = new Sentiment();
    return (text) => {
      const score = analyzer.analyze(text).score;
      return score > 0 ? 2 : score < 0 ? 0 : 1;
    };
  },
};

const before = process.hrtime.bigint();
const guess = peers[name]();
guess("loaded");
const loadMillis = Number(process.hrtime.bigint() - before) / 1e6;

// What goes over a post at a time, and how long each took; the last time counts, when it is warm.
const guesses = new Array(texts.length);
const micros = new Float64Array(texts.length);
const pass = () => {
  for (let i = 0; i < texts.length; i++) {
    const start = process.hrtime.bigint();
    guesses[i] = guess(texts[i]);
    micros[i] = Number(process.hrtime.bigint() - start) / 1e3;
  }
};
const WARM_MICROS = 1e6;
const MEASURED_MICROS = 2e6;
const used = () => {
  const cpu = process.cpuUsage();
  return cpu.user + cpu.system;
};
let start = used();
do pass();
while (used() - start < WARM_MICROS);
start = used();
let scored = 0;
do {
  pass();
  scored += texts.length;
} while (used() - start < MEASURED_MICROS);
const postsPerSecondPerCore = (scored * 1e6) / (used() - start);
micros.sort();
const quantile = (q) => micros[Math.min(micros.length - 1, Math.floor(q * micros.length))];
fs.writeFileSync(
  out,
  JSON.stringify({
    guesses,
    postsPerSecondPerCore,
    p50Micros: quantile(0.5),
    p99Micros: quantile(0.99),
    residentMegabytes: process.memoryUsage().rss / 1e6,
    loadMillis,
  }),
);
